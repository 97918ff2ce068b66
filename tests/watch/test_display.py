"""What stands on the screen fits it, says what can be done, and is drawn over what stood there."""

import io
import os

import pytest
from rich.cells import cell_len

from grader.model import Submission
from grader.watch import display
from grader.watch.display import EMPTY, HOME, Drawn, Look, Written, composed, keys_line
from grader.watch.state import State

from ..report.reports import ALL, passed, sequential

SUBMISSION = Submission(name="gather.py", source="x = 1\n")
LIST = "\n".join(f"{number:02}_exercise" for number in range(1, 30))


def look(**fields):
    """Return what can be shown: everything but colour, unless it is said."""
    return Look(**{"color": False, "unicode": True, "keys": True, "width": lambda: 80, **fields})


SEQUENTIAL = sequential()


def state(**fields):
    """Return a state in which a wrong program was graded at noon."""
    return State(**{"submission": SUBMISSION, "report": SEQUENTIAL, "saved": "12:00:00", **fields})


@pytest.mark.parametrize("aside", ["", "A hint.", LIST], ids=["report", "hint", "list"])
@pytest.mark.parametrize("size", [(80, 24), (50, 15), (40, 8), (30, 4)])
@pytest.mark.parametrize("name", ALL)
def test_a_screen_is_never_larger_than_the_terminal(name, size, aside):
    """Whatever the report holds, and whatever was asked for."""
    width, height = size
    lines = composed(state(report=ALL[name](), aside=aside, then="Next."), "gather.py", width, height, look())
    assert len(lines) <= height
    assert [line for line in lines if cell_len(line) > max(width, 30)] == []


def test_status_and_keys_stand_below_the_report():
    """When it was saved, where the rest is, and what each key does."""
    *_, gap, status, keys = composed(state(), "gather.py", 80, 24, look())
    assert (gap, status) == ("", "gather.py saved at 12:00:00 · the whole report: r")
    assert keys == "t task  h hint  l list  n next  r report  q quit  Enter again"


def test_where_there_are_no_keys_none_are_offered():
    """Neither the line of keys nor the one for the whole report."""
    assert composed(state(), "gather.py", 80, 24, look(keys=False))[-1] == "gather.py saved at 12:00:00"


def test_a_narrow_screen_has_the_keys_that_fit():
    """The first ones, whole, and always how to end it; the file's name gives way to how the whole report is seen."""
    assert keys_line(24) == "t task  h hint  q quit"
    *_, status, keys = composed(state(), "02_gather/gather.py", 40, 24, look())
    assert status == "saved at 12:00:00 · the whole report: r"
    assert keys == "t task  h hint  l list  n next  q quit"


def test_a_save_that_changed_nothing_is_said():
    """Otherwise nothing would move."""
    lines = composed(state(is_unchanged=True), "gather.py", 80, 24, look())
    assert "gather.py saved at 12:00:00 (nothing new)" in lines[-2]


def test_passing_says_what_comes_next():
    """Below the verdict, and only then."""
    lines = [composed(state(report=made(), then="n goes on"), "a.py", 80, 24, look()) for made in (passed, sequential)]
    assert ["n goes on" in shown for shown in lines] == [True, False]


def test_what_cannot_be_graded_stands_in_the_reports_place():
    """The last report is not the file's any more."""
    lines = composed(state(problem="It is not there."), "gather.py", 80, 24, look())
    assert lines[0] == "It is not there."
    assert lines[-2] == "gather.py not graded since 12:00:00"
    assert not any("Not passed" in line for line in lines)


def test_a_hint_stands_above_the_report_as_long_as_there_is_room():
    """Both can be read at once."""
    lines = composed(state(aside="What waits?"), "gather.py", 80, 24, look())
    assert (lines[0], lines[1], "Not passed yet" in lines[3]) == ("What waits?", "", True)


def test_where_there_is_no_unicode_everything_is_ascii():
    """The status, too."""
    assert all(line.isascii() for line in composed(state(), "gather.py", 80, 24, look(unicode=False)))


@pytest.fixture
def stream():
    """A terminal that can be read."""
    return io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)


def written(stream):
    """Return what was written since this was called last."""
    text = stream.buffer.getvalue().decode()
    stream.buffer.seek(0)
    stream.buffer.truncate()
    return text


def test_the_screen_is_emptied_only_when_its_size_has_changed(stream, monkeypatch):
    """Otherwise it would flicker on every save."""
    sizes = [(80, 24), (80, 24), (50, 15)]
    monkeypatch.setattr(display.shutil, "get_terminal_size", lambda: os.terminal_size(sizes.pop(0)))
    drawn = Drawn(stream, "gather.py", look())
    starts = []
    for _ in range(3):
        drawn.show(state())
        starts.append(written(stream).startswith(EMPTY))
    assert starts == [True, False, True]


def test_that_a_grading_has_begun_stands_in_the_last_line(stream):
    """The report before it stays until the next one is there."""
    drawn = Drawn(stream, "gather.py", look())
    drawn.show(state())
    assert written(stream).startswith(EMPTY)
    drawn.begin(state())
    assert written(stream).startswith("\rGrading …")


def test_elsewhere_reports_are_whole_and_without_any_code(stream):
    """For a file, a pipe, a screen reader."""
    plain = Written(stream, "gather.py", look(keys=False))
    plain.begin(state())
    plain.show(state(report=passed(), then="Next: 03_chain."))
    text = written(stream)
    assert "\x1b" not in text
    assert text.index("Passed") < text.index("Checks") < text.index("Next: 03_chain.") < text.index("saved at 12:00:00")
    assert HOME not in text


def test_elsewhere_a_report_is_written_once(stream):
    """A hint, a window of another size and a save that changed nothing do not bring it again."""
    plain = Written(stream, "gather.py", look())
    plain.show(state())
    written(stream)
    plain.show(state(aside="What waits?"))
    assert (said := written(stream)).startswith("What waits?")
    assert "Not passed" not in said
    plain.show(state())
    assert written(stream) == ""
    plain.show(state(is_unchanged=True))
    assert written(stream).startswith("gather.py saved at 12:00:00 (nothing new)")


def test_what_was_asked_for_and_has_no_room_ends_with_a_sign():
    """A task can be longer than the screen."""
    lines = composed(state(aside="line\n" * 40), "gather.py", 80, 24, look())
    assert lines[20:22] == ["…", ""]
