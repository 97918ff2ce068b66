"""A table of grades holds text and numbers, and no formula."""

import csv
import io

import pytest

from grader.report.exchange.tables import neutral, points, written

FORMULAS = [
    "=1+1",
    "+1",
    "-1+cmd|' /C calc'!A0",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    " =1",
    "\n=1",
    "\ufeff=1",
    "＝1+1",
    "\x00=1",
]


@pytest.mark.parametrize("text", FORMULAS)
def test_text_is_no_formula(text):
    """What begins as one gets an apostrophe in front."""
    assert neutral(text).startswith("'")


@pytest.mark.parametrize("text", ["Ann Lee", "O'Neill-Smith", "1+1", "a=b", "", "Zoë", "`main()` printed -1"])
def test_plain_text_stays_as_it_is(text):
    """Most names are names."""
    assert neutral(text) == text


def test_text_stays_on_its_line():
    """Control characters, line ends and marks that turn the direction become spaces."""
    assert neutral("a\r\nb\x1b[2J\u202ec\u2028d") == "a b [2J c d"


def test_a_table_comes_back_as_it_was():
    """Quotes, delimiters, and text that is no UTF-8."""
    rows = [["a,b", 'say "hi"', "x;y", neutral("=1\n2")], ["Zoë", "'", "\ud800", ""]]
    data = written(["a", "b", "c", "d"], rows)
    assert data.startswith(b"\xef\xbb\xbf")
    read = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert read == [["a", "b", "c", "d"], ["a,b", 'say "hi"', "x;y", "'=1 2"], ["Zoë", "'", "\\ud800", ""]]


def test_a_formula_would_be_one():
    """Control: a table that is written as it comes has the cell that a spreadsheet computes."""
    text = io.StringIO(newline="")
    csv.writer(text).writerow(["=1+1"])
    assert text.getvalue() == "=1+1\r\n"


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (7.5, 2, "7.5"),
        (10, 2, "10"),
        (0.005, 2, "0.01"),
        (2.675, 2, "2.68"),
        (2.5, 0, "3"),
        (0, 2, "0"),
        (100, 0, "100"),
    ],
)
def test_half_is_rounded_up(value, decimals, shown):
    """As schools do, and as the number was written: 2.675 is 2.68."""
    assert points(value, decimals) == shown
