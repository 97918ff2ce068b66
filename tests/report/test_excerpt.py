"""The learner's line with its marked part."""

import pytest

from grader.report import render
from grader.report.excerpt import Line, excerpt, fit

from .reports import sequential

SOURCE = "def one():\n    pass\n\n\tawait two()\nend\n"


def part(line: Line) -> str:
    """Return what is marked."""
    return line.text[line.start : line.end]


def test_the_marked_part_is_what_the_columns_say():
    """Columns count characters from 1; the end is the column after the last one."""
    assert [part(line) for line in excerpt(SOURCE, 2, 5, 9)] == ["", "pass"]


def test_a_line_has_its_neighbours():
    """One line before and one after, but no empty ones at the edge."""
    assert [line.number for line in excerpt(SOURCE, 2)] == [1, 2]
    assert [line.number for line in excerpt(SOURCE, 4)] == [4, 5]
    assert [line.number for line in excerpt(SOURCE, 4, around=2)] == [2, 3, 4, 5]


def test_without_columns_all_but_the_indentation_is_marked():
    """A line is marked as a whole."""
    assert part(excerpt(SOURCE, 2)[-1]) == "pass"


def test_a_tab_is_shown_as_spaces_and_the_mark_moves_with_it():
    """What is below a mark stands below the right letters."""
    line = excerpt(SOURCE, 4, 2, 7, around=0)[0]
    assert (line.text, part(line)) == ("    await two()", "await")


def test_what_cannot_be_seen_moves_the_mark_too():
    """An escape is wider than the character that it stands for."""
    line = excerpt("a\x1bb = 1", 1, 3, 4)[0]
    assert (line.text, part(line)) == (r"a\x1bb = 1", "b")


@pytest.mark.parametrize("line", [None, 0, -1, 6, 10**9])
def test_a_line_that_does_not_exist_has_no_excerpt(line):
    """A place may be wrong; nothing is invented."""
    assert excerpt(SOURCE, line) == ()


@pytest.mark.parametrize(("column", "end_column"), [(1, 1), (400, 500), (9, 2), (-5, -7), (None, 400), (400, None)])
def test_columns_beyond_the_line_mark_nothing_that_is_not_there(column, end_column):
    """Whatever the columns, the mark lies within the line."""
    line = excerpt("short", 1, column, end_column)[0]
    assert 0 <= line.start <= line.end <= len(line.text) or line.end < line.start <= len(line.text)
    assert line.text == "short"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_python_counts_them(ending):
    """A form feed or a separator of Unicode ends no line."""
    source = ending.join(["a = 1\x0c", "b = '\u2028'", "c = 3"])
    assert [line.text for line in excerpt(source, 3, around=0)] == ["c = 3"]


def test_a_long_line_is_cut_around_its_mark():
    """The beginning of the marked part stays in sight, and the cut is shown on both sides."""
    line = fit(excerpt("x" * 300 + "await" + "y" * 300, 1, 301, 306)[0], 40)
    assert (len(line.text), part(line)) == (40, "await")
    assert line.text[0] == line.text[-1] == "…"


def test_where_there_is_only_ascii_the_cut_is_three_dots():
    """One alone would be read as part of the program."""
    line = fit(excerpt("x" * 300 + "await" + "y" * 300, 1, 301, 306)[0], 40, "...")
    assert (len(line.text), part(line)) == (40, "await")
    assert line.text[:4] == "...x" and line.text[-4:] == "y..."
    assert '11 |     await task("Task...\n' in render(sequential(), "terminal", width=30, unicode=False)


def test_a_short_line_is_left_alone():
    """What fits is not cut."""
    line = excerpt(SOURCE, 2, 5, 9)[-1]
    assert fit(line, len(line.text)) == line
