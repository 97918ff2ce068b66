"""`grade explain` shows the page of a diagnostic."""

import pytest

from grader.cli import explain

CODES = sorted(page.stem for page in explain.PAGES.glob("*.md"))


def test_without_a_code_all_are_listed(grade):
    """The list has every code once, with its title."""
    said = grade("explain")
    assert said.code == 0
    assert [line.partition(":")[0] for line in said.out.splitlines()[2:]] == CODES
    assert "sequential-awaits" in CODES


def test_a_page_is_shown_as_it_is_where_it_is_piped(grade):
    """Without a terminal the page is plain Markdown."""
    said = grade("explain", "sequential-awaits")
    assert (said.code, said.out) == (0, (explain.PAGES / "sequential-awaits.md").read_text("utf-8"))


@pytest.mark.parametrize("code", ["SEQUENTIAL-AWAITS", "sequential_awaits"])
def test_a_code_is_found_however_it_is_written(grade, code):
    """Capitals and underscores make no other code."""
    assert grade("explain", code).code == 0


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("sequential-await", "Close to it: sequential-awaits"),
        ("xyzzy", "`grade explain` lists them"),
        ("../../../README", "`grade explain` lists them"),
        ("", "`grade explain` lists them"),
    ],
)
def test_a_wrong_code_is_answered_with_what_is_close(grade, code, told):
    """A typing error is code 5 and a suggestion; nothing outside the pages is read."""
    said = grade("explain", code)
    assert (said.code, said.out) == (5, "")
    assert told in said.err
