"""How far a learner has come is kept, whatever happens meanwhile."""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from grader.course import progress
from grader.course.progress import Standing, begun_anew, graded, hinted, shown_solution
from grader.errors import ProgressError

DAY = date(2026, 5, 4)
PASSED = Standing(score=3, max_score=3, passed="2026-05-04", attempts=2, hints=1)


@pytest.mark.parametrize(
    ("before", "score", "passed", "after"),
    [
        (Standing(), 1, False, Standing(score=1, max_score=3, attempts=1)),
        (Standing(score=2, max_score=3), 1, False, Standing(score=2, max_score=3, attempts=1)),
        (Standing(), 3, True, Standing(score=3, max_score=3, attempts=1, passed="2026-05-04")),
        (Standing(score=5, max_score=6), 1, False, Standing(score=1, max_score=3, attempts=1)),
    ],
)
def test_the_best_score_counts(before, score, passed, after):
    """An attempt is counted, and raises the score; points of other checks are not compared with it."""
    assert graded(before, score=score, max_score=3, passed=passed, today=DAY) == after


def test_what_was_passed_once_stays_passed():
    """On the day on which it was passed first, whatever is graded later."""
    later = graded(PASSED, score=0, max_score=3, passed=False, code="deadlock", today=date(2027, 1, 1))
    assert (later.passed, later.score, later.code) == ("2026-05-04", 3, "deadlock")
    assert graded(PASSED, score=3, max_score=3, passed=True, today=date(2027, 1, 1)).passed == "2026-05-04"


def test_hints_are_counted_as_far_as_there_are_any():
    """The third of two is none."""
    assert [hinted(Standing(hints=number), 2).hints for number in range(4)] == [1, 2, 2, 2]


@pytest.mark.parametrize(("standing", "when"), [(Standing(), "before passing"), (PASSED, "after passing")])
def test_it_is_kept_when_the_solution_was_shown_first(standing, when):
    """Before passing stays before passing."""
    shown = shown_solution(standing)
    assert (shown.solution, shown_solution(graded(shown, score=3, max_score=3, passed=True)).solution) == (when, when)


def test_a_file_put_back_begins_its_hints_anew():
    """What was reached stays."""
    assert begun_anew(PASSED) == Standing(score=3, max_score=3, passed="2026-05-04", attempts=2)


def test_the_next_exercise_is_the_first_that_is_not_passed(workspace):
    """In the order of the course; after the last one there is none."""
    for expected in ("01_first", "02_second", "03_third"):
        assert progress.next_exercise(workspace, progress.read(workspace)) == expected
        progress.change(workspace, expected, lambda standing: PASSED)
    assert progress.next_exercise(workspace, progress.read(workspace)) is None


def test_the_file_can_be_read_by_people(workspace):
    """Indented, in the order of the course, whole numbers without a fraction, nothing that says nothing."""
    progress.change(workspace, "02_second", lambda standing: PASSED, last=True)
    progress.change(workspace, "01_first", lambda standing: Standing(score=1.5, max_score=2, attempts=1))
    assert workspace.progress_file.read_text("utf-8") == (
        '{\n  "asyncgrade": {\n    "schema": 1,\n    "course": "A small course",\n    "version": "1"\n  },\n'
        '  "last": "02_second",\n'
        '  "exercises": {\n'
        '    "01_first": {\n      "score": 1.5,\n      "max_score": 2,\n      "attempts": 1\n    },\n'
        '    "02_second": {\n      "score": 3,\n      "max_score": 3,\n      "passed": "2026-05-04",\n'
        '      "attempts": 2,\n      "hints": 1\n    }\n  }\n}\n'
    )
    assert progress.read(workspace).of("02_second") == PASSED


def test_what_this_version_does_not_know_stays(workspace):
    """Keys of a later version, and exercises that the course no longer has."""
    kept = {"asyncgrade": {"schema": 1, "x": 1}, "later": [2], "exercises": {"00_gone": {"y": 3}, "01_first": {"z": 4}}}
    workspace.progress_file.write_text(json.dumps(kept), "utf-8")
    progress.change(workspace, "01_first", lambda standing: PASSED)
    found = json.loads(workspace.progress_file.read_text("utf-8"))
    assert (found["asyncgrade"]["x"], found["later"], found["exercises"]["00_gone"]) == (1, [2], {"y": 3})
    assert (found["exercises"]["01_first"]["z"], found["exercises"]["01_first"]["attempts"]) == (4, 2)


def test_two_at_once_lose_nothing(workspace):
    """Each change is made to what the one before left."""

    def attempt(number):
        progress.change(workspace, ("01_first", "02_second")[number % 2], more)

    def more(standing):
        return graded(standing, score=standing.attempts + 1, max_score=99, passed=False)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(attempt, range(16)))
    found = progress.read(workspace)
    assert [(found.of(slug).attempts, found.of(slug).score) for slug in ("01_first", "02_second")] == [(8, 8), (8, 8)]


def test_a_crash_leaves_the_file_as_it_was(workspace, monkeypatch):
    """And nothing beside it, but the hidden folder."""
    before = workspace.progress_file.read_bytes()

    def fail(*arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", fail)
    (workspace.folder / ".grade").mkdir()
    with pytest.raises(KeyboardInterrupt):
        progress.change(workspace, "01_first", lambda standing: PASSED)
    assert workspace.progress_file.read_bytes() == before
    assert sorted(path.name for path in workspace.folder.rglob("*")) == [".grade", "progress.json"]


def test_what_a_killed_command_left_is_taken_away(workspace):
    """By the next one that writes."""
    (workspace.folder / ".progress.json.x7f3").write_text("{", "utf-8")
    progress.change(workspace, "01_first", lambda standing: PASSED)
    assert sorted(path.name for path in workspace.folder.iterdir()) == [".grade", "progress.json"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "Expecting value: line 1 column 1"),
        ("[]", "an object was expected, not []"),
        ('{"exercises": {}}', "missing required field `asyncgrade`"),
        ('{"asyncgrade": {"schema": 1}, "exercises": {"01_first": {"attempts": "many"}}}', "got `str` - at `exercises"),
        ('{"asyncgrade": {"schema": 2}}', "is of a newer asyncgrade"),
        pytest.param("[" * 100_000, "recursion", id="deep"),
        pytest.param(" " * 1024 * 1024 + "{}", "it is larger than 1024 KiB", id="large"),
        ('{"asyncgrade": {"schema": 1}, "exercises": "\udcff"}', "can't decode byte 0xff"),
    ],
)
def test_a_file_that_is_not_as_it_must_be_is_told_and_left(workspace, text, why):
    """In one sentence with the reason; it is never written over."""
    workspace.progress_file.write_bytes(text.encode("utf-8", "surrogateescape"))
    before = workspace.progress_file.read_bytes()
    with pytest.raises(ProgressError) as told:
        progress.read(workspace)
    assert why in str(told.value)
    with pytest.raises(ProgressError):
        progress.change(workspace, "01_first", lambda standing: PASSED)
    assert workspace.progress_file.read_bytes() == before


def test_a_file_that_cannot_be_written_is_told(workspace, monkeypatch):
    """A full disk is no traceback."""

    def fail(*arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(ProgressError, match=r"progress\.json was not changed \(No space left on device\)"):
        progress.change(workspace, "01_first", lambda standing: PASSED)
