"""What a terminal can show, and what nobody sees: code pages, dumb terminals, screen readers."""

import io
import sys

import pytest

from grader.cli import console, pages

from .test_delivery import Stream

SPOKEN = "Passed, 1 of 1: Requirement 0"


def stream(encoding: str) -> io.TextIOWrapper:
    """Return a stream of an encoding, as Python opens standard output."""
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="strict", newline="")


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [
        ("utf-8", "“é” … 東 ✓".encode()),
        ("cp1252", b"\x93\xe9\x94 \x85 \\u6771 \\u2713"),
        ("cp437", b'"\x82" ... \\u6771 \\u2713'),
        ("ascii", b'"\\xe9" ... \\u6771 \\u2713'),
    ],
)
def test_no_word_fails_for_want_of_a_sign(encoding, expected):
    """What a code page has is written as it is, our own signs have others in their place, the rest is escaped."""
    made = stream(encoding)
    console.be_modest(made)
    made.write("“é” … 東 ✓")
    made.flush()
    assert made.buffer.getvalue() == expected


@pytest.mark.parametrize("encoding", ["cp437", "cp1252", "ascii"])
def test_a_page_is_shown_in_any_code_page(monkeypatch, capsys, encoding):
    """A terminal without signs for lists and rules gets the page as it is written."""
    shown = Stream(encoding)
    monkeypatch.setattr("sys.stdout", shown)
    pages.show("# A page …\n\n- one\n")
    assert shown.written == "# A page ...\n\n- one\n"


def test_what_is_said_in_ascii_is_ascii(monkeypatch, capfdbinary):
    """Also where click would write UTF-8 to a stream that says of itself that it has none."""
    monkeypatch.setattr("sys.stderr", stream("ascii"))
    console.note("“Grading” …")
    with console.working("Grading …"):
        pass
    sys.stderr.flush()
    assert sys.stderr.buffer.getvalue() == b'"Grading" ...\n'


@pytest.mark.parametrize(("name", "value"), [("TERM", "dumb"), (console.PLAIN, "1")])
def test_a_page_is_not_laid_out_for_who_cannot_see_it(monkeypatch, name, value):
    """Neither for a dumb terminal nor for a screen reader."""
    shown = Stream()
    monkeypatch.setattr("sys.stdout", shown)
    monkeypatch.setenv(name, value)
    pages.show("# A page\n\n- one\n")
    assert shown.written == "# A page\n\n- one\n"


def test_what_cannot_be_laid_out_is_filled_to_the_width(monkeypatch):
    """No word and no code is broken at the edge of a dumb terminal; tables and programs stay as they are."""
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("COLUMNS", "20")
    monkeypatch.delenv(console.PLAIN, raising=False)
    shown = Stream()
    monkeypatch.setattr("sys.stdout", shown)
    table, code = "| a table | that is as wide |\n|---|---|", "```python\n# code stays as it is\n```"
    kept = f"# A title that is long, and stays\n\n{table}\n\n{code}\n"
    pages.show(kept + "\nSome words, and\nsome `code that is whole`.\n\n- an item that\n  goes on\n- one more\n")
    filled = "Some words, and some\n`code that is whole`.\n\n- an item that goes\n  on\n- one more\n"
    assert shown.written == f"{kept}\n{filled}"


def test_a_page_is_laid_out_on_a_terminal(monkeypatch):
    """The test before this one would fail if nothing were laid out."""
    shown = Stream()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv(console.PLAIN, raising=False)
    monkeypatch.setattr("sys.stdout", shown)
    pages.show("# A page\n\n- one\n")
    assert "#" not in shown.written
    assert "•" in shown.written


def test_plain_is_spoken(here, judge, grade):
    """A report in sentences, on standard output or in a file."""
    assert SPOKEN in grade("gather", "--plain").out
    grade("gather", "--plain", "-o", "report.txt")
    assert SPOKEN in (here / "report.txt").read_text("utf-8")
    assert SPOKEN not in grade("gather").out


def test_who_needs_it_plain_needs_it_always(here, judge, grade, monkeypatch):
    """A variable of the environment stands for the option; a format that is asked for comes first."""
    monkeypatch.setenv(console.PLAIN, "1")
    assert SPOKEN in grade("gather").out
    assert SPOKEN not in grade("gather", "--format", "terminal").out


@pytest.mark.parametrize(("dumb", "steady"), [(True, False), (False, True)])
def test_a_word_on_the_work_stays_where_taking_it_back_would_spoil(monkeypatch, dumb, steady):
    """It is a line of its own, written once."""
    shown = Stream()
    monkeypatch.setattr("sys.stderr", shown)
    monkeypatch.setenv("TERM", "dumb" if dumb else "xterm")
    with console.working("Grading …", steady=steady):
        pass
    assert shown.written == "Grading …\n"


def test_no_word_of_a_message_is_broken_at_the_edge(monkeypatch):
    """On a terminal a message is wrapped; a line that fits, and what is piped, stay as they are."""
    shown = Stream()
    monkeypatch.setattr("sys.stderr", shown)
    monkeypatch.setenv("COLUMNS", "40")
    words = "no exercise '99' in the course. There are: 01_first_await, 02_gather\n  a line"
    console.note(words)
    assert shown.written == ("no exercise '99' in the course. There\nare: 01_first_await, 02_gather\n  a line\n")
    monkeypatch.setattr("sys.stderr", piped := Stream(terminal=False))
    console.note(words)
    assert piped.written == f"{words}\n"


def test_what_is_printed_on_a_stream_in_ascii_is_ascii(monkeypatch):
    """A table of `grade verify`, cut with a sign of ours, too; click would write UTF-8 on such a stream."""
    written = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(written, encoding="ascii"))
    console.be_modest(sys.stdout)
    console.echo("rejected/all_wake… → Ä")
    assert written.getvalue().decode("ascii").splitlines() == [r"rejected/all_wake... -> \xc4"]


@pytest.mark.parametrize(
    ("words", "wrapped"),
    [
        ("Twenty columns are not many", "Twenty columns are\nnot many"),
        ("To go on call `grade next 01` now", "To go on call\n`grade next 01` now"),
        ("It is at /a/path/which/is/longer-than/that", "It is at\n/a/path/which/is/longer-than/that"),
        ("One line\n\nand another", "One line\n\nand another"),
    ],
)
def test_commands_and_paths_are_not_torn(monkeypatch, words, wrapped):
    """What stands between backticks stays on one line, and so does a path."""
    monkeypatch.setenv("COLUMNS", "20")
    assert console.wrap(words) == wrapped


def test_what_stands_before_the_first_line_is_hung(monkeypatch):
    """Later lines begin below its words."""
    monkeypatch.setenv("COLUMNS", "20")
    assert (
        console.wrap("Awaiting runs what was called", "Idea: ", 6)
        == "Idea: Awaiting runs\n      what was\n      called"
    )
