"""The loop with a world of paper: events from a list, contents from a list, a judge that is a function."""

from collections import deque

from grader.model import Submission
from grader.watch.events import Pressed, Resized, Saved
from grader.watch.loop import Loop

from ..report.reports import passed, sequential

FIRST, SECOND, THIRD = (Submission(name="gather.py", source=f"x = {number}\n") for number in (1, 2, 3))
EMPTY = Submission(name="gather.py", source="")
GONE = "gather.py is not there any more"
ELAPSED = None
"""In a list of events: nothing comes for a while."""


class Paper:
    """A desk that is all lists."""

    def __init__(self, contents, events, answers=None):
        self.contents = deque(contents)
        self.events = deque(events)
        self.answers = answers or {}
        self.shown = []
        self.kept = []
        self.grading = False
        self.reads = 0

    def wait(self, seconds=None):
        """Return the next event of the list; after the last one `q`."""
        event = self.events.popleft() if self.events else Pressed("q")
        if event is ELAPSED and seconds is None:
            return self.wait()
        return event

    def stamp(self):
        """Return another one after each read."""
        return self.reads

    def content(self):
        """Return the next content, and the last one for ever."""
        self.reads += 1
        return self.contents.popleft() if len(self.contents) > 1 else self.contents[0]

    def clock(self):
        """Return noon."""
        return "12:00:00"

    def show(self, state):
        """Keep what was shown."""
        self.shown.append(state)

    def begin(self, state):
        """Note it."""
        self.grading = True

    def end(self):
        """Note it."""
        self.grading = False

    def then(self):
        """Say what is next."""
        return "Next: 03_chain"

    def keep(self, report):
        """Keep it."""
        self.kept.append(report)
        return self.answers.get("keep", "")

    def answer(self, deed):
        """Answer from the table."""
        return self.answers[deed]


def judged(desk, verdict=sequential):
    """Drive a loop as the judge does; return it and what was graded."""
    loop = Loop(desk)
    graded = []
    for submission in loop.submissions():
        assert desk.grading
        graded.append(submission)
        loop.report(verdict())
        assert not desk.grading
    return loop, graded


def test_it_grades_at_once_and_after_each_save():
    """In the order of the saves."""
    _, graded = judged(Paper([FIRST, SECOND, THIRD], [Saved(), Saved()]))
    assert graded == [FIRST, SECOND, THIRD]


def test_of_several_saves_within_one_grading_the_last_state_counts():
    """Their events are all there afterwards, and the file is read after each: nothing is lost, nothing graded twice."""
    _, graded = judged(Paper([FIRST, THIRD], [Saved(), Saved(), Saved()]))
    assert graded == [FIRST, THIRD]


def test_a_file_that_is_written_in_two_steps_is_graded_once():
    """What was there in between, nothing or an empty file, is not shown."""
    desk = Paper([FIRST, GONE, EMPTY, SECOND], [Saved(), Saved(), Saved()])
    _, graded = judged(desk)
    assert graded == [FIRST, SECOND]
    assert not any(state.problem for state in desk.shown)


def test_a_file_that_stays_away_is_said_and_graded_again_when_it_is_back():
    """The sentence stands where the report stood."""
    desk = Paper([FIRST, GONE, SECOND], [Saved(), ELAPSED, Saved()])
    _, graded = judged(desk)
    assert graded == [FIRST, SECOND]
    assert [state.problem for state in desk.shown] == ["", GONE, ""]


def test_a_file_that_stays_empty_is_graded():
    """It is a program like any other."""
    _, graded = judged(Paper([FIRST, EMPTY], [Saved(), ELAPSED]))
    assert graded == [FIRST, EMPTY]


def test_a_key_that_is_pressed_while_a_file_is_half_written_is_heeded_afterwards():
    """No event is lost on the way."""
    desk = Paper([FIRST, GONE, SECOND], [Saved(), Pressed("h"), Saved()], {"hint": "Ask yourself."})
    _, graded = judged(desk)
    assert graded == [FIRST, SECOND]
    assert "Ask yourself." in [state.aside for state in desk.shown]


def test_enter_grades_again():
    """The same text, once more."""
    _, graded = judged(Paper([FIRST], [Pressed("\n")]))
    assert graded == [FIRST, FIRST]


def test_what_a_key_asks_for_is_shown_with_the_report_still_known():
    """A hint stands there until another event."""
    desk = Paper([FIRST], [Pressed("h"), Resized(), Pressed("x")], {"hint": "Ask yourself."})
    judged(desk)
    assert [state.aside for state in desk.shown] == ["", "Ask yourself.", "Ask yourself.", ""]
    assert desk.shown[1].report is not None


def test_what_opens_a_browser_may_have_nothing_to_say():
    """Then the report is there again."""
    desk = Paper([FIRST], [Pressed("r")], {"report": ""})
    judged(desk)
    assert [state.aside for state in desk.shown] == ["", ""]


def test_a_word_that_is_no_save_is_not_heeded(monkeypatch):
    """The system tells of more than saves, and when the watching begins it is looked once more."""
    desk = Paper([FIRST], [Pressed("h"), Saved()], {"hint": "Ask yourself."})
    monkeypatch.setattr(desk, "stamp", lambda: "the same one")
    judged(desk)
    assert desk.shown[-1].aside == "Ask yourself."
    assert not desk.shown[-1].is_unchanged


def test_next_ends_the_session_where_there_is_a_next_one():
    """The judge gets no further submission of this exercise."""
    loop, _ = judged(Paper([FIRST], [Pressed("n"), Saved()], {"next": ""}))
    assert loop.end == "next"


def test_next_says_so_where_there_is_none():
    """And goes on with the exercise."""
    desk = Paper([FIRST], [Pressed("n")], {"next": "Every other exercise is passed."})
    loop, _ = judged(desk)
    assert loop.end == "quit"
    assert desk.shown[-1].aside == "Every other exercise is passed."


def test_every_report_is_kept_after_it_was_shown():
    """What keeping costs is not waited for; where it fails, that is said."""
    desk = Paper([FIRST], [], {"keep": "progress.json cannot be written"})
    loop, _ = judged(desk, passed)
    assert desk.kept == [loop.state.report]
    assert [state.aside for state in desk.shown] == ["", "progress.json cannot be written"]
    assert loop.state.then == "Next: 03_chain"
