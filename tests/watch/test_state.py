"""What is done at each event: nothing twice, nothing lost, nothing half written."""

import pytest

from grader.model import Submission
from grader.watch.state import KEYS, State, graded, may_be_half_written, pressed, saw

from ..report.reports import passed, sequential

FIRST, SECOND = (Submission(name="gather.py", source=f"x = {number}\n") for number in (1, 2))
EMPTY = Submission(name="gather.py", source="\n")
NOON = "12:00:00"


@pytest.fixture
def state() -> State:
    """FIRST was graded, and failed."""
    state, _ = saw(State(), FIRST, NOON)
    return graded(state, sequential(), "")


def test_what_is_new_is_graded():
    """The first content, and each other one."""
    state, deed = saw(State(), FIRST, NOON)
    assert (state.submission, state.saved, deed) == (FIRST, NOON, "grade")
    assert saw(graded(state, sequential(), ""), SECOND, NOON)[1] == "grade"


def test_a_report_is_that_of_the_text_that_was_graded(state):
    """Until what was saved since is graded, nothing has passed."""
    state = graded(state, passed(), "")
    assert (state.has_passed, saw(state, SECOND, NOON)[0].has_passed) == (True, False)


def test_a_save_that_changed_nothing_is_only_noted(state):
    """The report would be the same; the time of the save is another one, and the screen says why nothing happened."""
    state, deed = saw(state, FIRST, "12:00:01")
    assert (deed, state.saved, state.is_unchanged) == ("show", "12:00:01", True)


def test_a_file_that_cannot_be_graded_is_said_and_not_the_end(state):
    """Its last report counts for nothing until it is back."""
    state = graded(state, passed(), "")
    broken, deed = saw(state, "gather.py is not there any more", NOON)
    assert (state.has_passed, broken.has_passed, deed) == (True, False, "show")


def test_what_is_back_as_it_was_is_shown_again_and_not_graded_again(state):
    """A deleted file that comes back has the report that it had."""
    broken, _ = saw(state, "gather.py is not there any more", NOON)
    back, deed = saw(broken, FIRST, NOON)
    assert (back.problem, back.report, back.is_unchanged, deed) == ("", state.report, False, "show")


@pytest.mark.parametrize(
    ("content", "expected"),
    [("it is not there", True), (EMPTY, True), (SECOND, False)],
    ids=["missing", "empty", "text"],
)
def test_missing_and_empty_files_may_be_on_their_way(state, content, expected):
    """Editors take the old file away, or empty it, before they write."""
    assert may_be_half_written(state, content) is expected


@pytest.mark.parametrize("content", ["it is not there", EMPTY], ids=["missing", "empty"])
def test_what_was_taken_as_it_is_does_not_make_anybody_wait_again(state, content):
    """A file that stays missing, or empty."""
    state, _ = saw(state, content, NOON)
    assert not may_be_half_written(state, content)


@pytest.mark.parametrize("key", KEYS)
def test_each_key_does_what_the_screen_says(state, key):
    """The table is the behaviour; what stood there for another key goes."""
    before = State(submission=state.submission, report=state.report, aside="a hint")
    after, deed = pressed(before, key)
    assert (after.aside, deed) == ("", KEYS[key][1])


def test_other_keys_take_away_what_was_asked_for(state):
    """And do nothing where there is nothing to take away."""
    asked = State(submission=state.submission, report=state.report, aside="a hint")
    assert pressed(asked, "x") == (state.__class__(submission=state.submission, report=state.report), "show")
    assert pressed(state, "x") == (state, "wait")


def test_enter_does_not_grade_what_cannot_be_graded(state):
    """The sentence is shown again."""
    broken, _ = saw(state, "gather.py is not there any more", NOON)
    assert pressed(broken, "\n")[1] == "show"
