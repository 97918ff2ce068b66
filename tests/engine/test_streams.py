"""Output becomes lines, each with who wrote it."""

import pytest

from grader.engine.recorder.streams import OutputLimit, Streams
from grader.engine.virtual.clock import SECOND

from .programs import Recording

SOURCE = """
async def task(say, *parts):
    for part in parts:
        say(part)
    await asyncio.sleep(1)
    say("late\\n")

async def main():
    pass
"""


class Desk:
    """Streams whose lines are kept; nothing is put in the place of `sys.stdout`."""

    def __init__(self, limit=10_000):
        self.recording = Recording(SOURCE)
        self.streams = Streams(self.recording.recorder, lambda: None)
        self.streams.begin(limit)
        self.out, self.err = self.streams._raw

    def lines(self):
        return [(stream, text) for _, stream, text, *_ in self.recording.of("printed")]


@pytest.fixture
def desk():
    return Desk()


def test_a_line_is_recorded_when_it_is_complete(desk):
    """Its parts wait for the newline."""
    desk.out.write(b"Task A ")
    assert desk.lines() == []
    desk.out.write(b"started\n")
    assert desk.lines() == [("stdout", "Task A started")]


def test_one_write_may_hold_several_lines(desk):
    """Empty ones among them; what follows the last newline waits."""
    desk.out.write(b"one\n\ntwo\nthr")
    assert desk.lines() == [("stdout", "one"), ("stdout", ""), ("stdout", "two")]


def test_a_last_line_needs_no_newline(desk):
    """It is recorded at the end."""
    desk.out.write(b"bye")
    desk.streams.finish()
    desk.streams.finish()
    assert desk.lines() == [("stdout", "bye")]


def test_the_two_streams_do_not_mix(desk):
    """Each has its own unfinished line."""
    desk.out.write(b"a")
    desk.err.write(b"b\n")
    desk.out.write(b"c\n")
    assert desk.lines() == [("stderr", "b"), ("stdout", "ac")]


def test_bytes_that_are_no_utf8_are_shown(desk):
    """As backslashes; trailing blanks and carriage returns are cut."""
    desk.out.write(b"\xff\xc3\xa4 \r\n")
    assert desk.lines() == [("stdout", "\\xffä")]


def test_addresses_are_left_out_of_lines(desk):
    """They differ from machine to machine; a number that a program prints for itself does not."""
    desk.out.write(b"<object object at 0x7f3c104c4980>, byte at 0x1f\n")
    assert desk.lines() == [("stdout", "<object object at 0x…>, byte at 0x1f")]


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_too_much_output_ends_the_run(size):
    """Counted in bytes, of both streams, with or without newlines."""
    desk, written = Desk(limit=5000), 0
    with pytest.raises(OutputLimit):
        while True:
            (desk.out if written % 2 else desk.err).write(b"x" * size)
            written += size
    assert 5000 - size <= written <= 5000
    assert desk.lines() == []


def test_a_program_that_goes_on_writing_keeps_being_stopped():
    """Whoever catches the limit meets it again, and nothing more is kept."""
    desk = Desk(limit=5)
    for _ in range(3):
        with pytest.raises(OutputLimit):
            desk.out.write(b"123456\n789\n")
    assert len(desk.lines()) == 3


def test_what_was_written_while_loading_does_not_count():
    """The budget is that of the run."""
    desk = Desk(limit=20)
    desk.out.write(b"12345678")
    desk.streams.reset()
    desk.out.write(b"12345678\n")
    assert desk.lines() == [("stdout", "12345678"), ("stdout", "12345678")]


def test_a_line_tells_who_wrote_it_and_when():
    """Task, call and line of the write that completed it."""
    desk = Desk()
    desk.recording.names["say"] = lambda text: desk.out.write(text.encode())
    exec(
        compile(
            "async def main():\n    await asyncio.gather(task(say, 'a', 'b\\n'), task(say, 'c\\n'))\n",
            "program.py",
            "exec",
        ),
        desk.recording.names,
    )
    desk.recording.run()
    printed = [(time // SECOND, text, task, place) for time, _, text, task, _, place in desk.recording.of("printed")]
    assert printed == [
        (0, "ab", 2, ["program.py", 4]),
        (0, "c", 3, ["program.py", 4]),
        (1, "late", 2, ["program.py", 6]),
        (1, "late", 3, ["program.py", 6]),
    ]


def test_the_streams_are_no_terminal(desk):
    """Programs that colour their output leave it plain."""
    assert (desk.out.isatty(), desk.out.writable()) == (False, True)
