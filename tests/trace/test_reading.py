"""What is read off a trace, overlaps, and texts of any kind."""

import ast

import pytest

from grader.model import LeftBehind
from grader.trace import blocked, left_behind, lines, most_at_once, names, overlap, parse, spans

from .events import at, blocks, call, call_ends, ns, prints, task, trace


def span(start, end):
    return spans(trace(call(start, 1, "work"), call_ends(end, 1), ends=end))[0]


def test_lines_are_those_of_one_stream():
    """Standard output by default."""
    run = trace(prints(0, "out"), prints(0, "err", stream="stderr"))
    assert [line.text for line in lines(run)] == ["out"]
    assert [line.text for line in lines(run, "stderr")] == ["err"]


def test_blocked_stretches_and_tasks_left_behind_are_found():
    """Both are told as events."""
    left = LeftBehind(time=0, task=2, awaiting="asyncio.sleep(1)", place=at(3))
    run = trace(blocks(0, 1, 1), left)
    assert (blocked(run), left_behind(run)) == ((blocks(0, 1, 1),), (left,))


def test_tasks_have_names():
    """By their numbers."""
    assert names(trace(task(0, 1), task(0, 2, "work('a')", 1))) == {1: "main()", 2: "work('a')"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [((0, 2), (1, 3), True), ((0, 1), (1, 2), False), ((0, 3), (1, 2), True), ((0, 1), (2, 3), False)],
)
def test_spans_overlap_when_they_share_a_stretch_of_time(one, other, expected):
    """Touching at an instant is not overlapping."""
    assert overlap(span(*one), span(*other)) is expected


@pytest.mark.parametrize(
    ("ranges", "expected"),
    [([], 0), ([(0, 1)], 1), ([(0, 1), (1, 2)], 1), ([(0, 2), (1, 3), (2, 4)], 2), ([(0, 3), (1, 3), (2, 3)], 3)],
)
def test_one_that_ends_makes_room_for_one_that_begins(ranges, expected):
    """The most at once counts what is under way at one time."""
    assert most_at_once([span(*each) for each in ranges]) == expected


@pytest.mark.parametrize(
    "source",
    ["def f(:", "a\0b", "(" * 5000, "-" * 200_000 + "1", "\ud800", "x = 1\n  y = 2", "not (" * 3000 + ")" * 3000],
    ids=["syntax", "null", "brackets", "minus", "surrogate", "indent", "nested"],
)
def test_a_text_that_is_no_program_gives_its_error(source):
    """Whatever the text, an error comes back and none is raised."""
    assert isinstance(parse(source), SyntaxError)


def test_a_program_gives_its_tree_without_a_warning():
    """An escape that Python warns of is not an error."""
    assert isinstance(parse("x = '\\d'"), ast.Module)


def test_times_are_nanoseconds():
    """A span keeps them as they are."""
    assert (span(0.25, 1).start, span(0.25, 1).end) == (ns(0.25), ns(1))
