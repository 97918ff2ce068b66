"""Where the report goes: standard output, a file, and always the page beside the work."""

import json
import os
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from grader.cli import console

LAST = Path(".grade", "last.html")


def test_the_page_is_written_beside_the_work(here, judge, grade):
    """The page lies in the submission's folder, and its path is the last line."""
    said = grade("gather")
    assert (here / LAST).read_text("utf-8").lower().startswith("<!doctype html>")
    assert said.out.splitlines()[-1] == f"Report: {LAST}"


def test_the_page_lies_beside_a_file_elsewhere(here, judge, grade):
    """A file in another folder has its page there."""
    (here / "ann").mkdir()
    (here / "ann" / "work.py").touch()
    said = grade("ann/work.py", "-e", "gather")
    assert (here / "ann" / LAST).is_file()
    assert said.out.splitlines()[-1] == f"Report: {Path('ann', LAST)}"


def test_the_page_is_kept_out_of_git(here, judge, grade):
    """A learner's repository is not littered."""
    grade("gather")
    assert (here / ".grade" / ".gitignore").read_text("utf-8") == "*\n"
    assert sorted(path.name for path in (here / ".grade").iterdir()) == [".gitignore", "last.html"]


def test_what_was_written_to_a_file_is_told(here, judge, grade):
    """With the points: nothing else says how it went."""
    judge.statuses = ["passed", "failed"]
    said = grade("gather", "-o", "out.txt")
    assert said.out.splitlines()[0] == "02_gather: 1 of 2 points, written to out.txt"


@pytest.mark.parametrize(
    ("format_", "marked"), [("github", "::error file=ann/work.py,"), ("concise", "ann/work.py:1:1: ")]
)
def test_a_file_is_named_by_its_path_where_it_is_to_be_found(here, judge, grade, format_, marked):
    """In a repository many folders have a file of that name."""
    (here / "ann").mkdir()
    (here / "ann" / "work.py").touch()
    judge.statuses = ["failed"]
    assert grade("ann/work.py", "-e", "gather", "--format", format_).out.startswith(marked)


@pytest.mark.parametrize("format_", ["json", "html"])
def test_a_format_that_owns_standard_output_has_it_alone(here, judge, grade, format_):
    """Data and pages on standard output are nothing but that; the path goes to standard error."""
    said = grade("gather", "--format", format_)
    assert "Report:" not in said.out
    assert said.err == f"Report: {LAST}\n"


def test_json_can_be_read(here, judge, grade):
    """`--format json` writes one object."""
    assert json.loads(grade("gather", "--format", "json").out)["exercise"] == "02_gather"


def test_a_report_can_go_to_a_file(here, judge, grade):
    """With `-o` the file has what standard output would have had."""
    expected = grade("gather", "--format", "json").out
    said = grade("gather", "--format", "json", "-o", "report.json")
    assert (here / "report.json").read_text("utf-8") == expected
    assert said.out == f"02_gather: 1 of 1 points, written to report.json\nReport: {LAST}\n"


def test_a_report_can_go_to_several_files(here, judge, grade):
    """It is graded once, and each file has what its format alone would have given."""
    expected = {format_: grade("gather", "--format", format_).out for format_ in ("json", "junit")}
    judge.asked.clear()
    grade("gather", "--format", "github", "--also", "json", "a.json", "--also", "junit", "b.xml")
    assert len(judge.asked) == 1
    assert (here / "a.json").read_text("utf-8") == expected["json"]
    assert (here / "b.xml").read_text("utf-8") == expected["junit"]


def test_a_file_that_cannot_be_written_is_told(here, judge, grade):
    """A wrong path is the user's mistake, told with the path."""
    said = grade("gather", "-o", "nowhere/report.txt")
    assert said.code == 4
    assert "nowhere" in said.err
    assert "cannot be written" in said.err


def test_the_program_itself_is_not_overwritten(here, judge, grade):
    """`-o` with the graded file is a slip, told before anything is run."""
    for option in (["-o", "./gather.py"], ["-o", "a", "--also", "json", "gather.py"]):
        said = grade("gather", *option)
        assert (said.code, judge.asked) == (4, [])
    assert "is the program that is graded" in said.err
    assert (here / "gather.py").read_text("utf-8") == "x = 1\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told_as_what_it_is(here):
    """What cannot be written is not the grader's own fault."""
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "grader", "gather"], stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert (done.returncode, done.stderr) == (
        4,
        "grade: standard output cannot be written (No space left on device): `-o FILE` writes a file\n",
    )


def test_a_page_that_cannot_be_written_spares_the_report(here, judge, grade):
    """Where `.grade` cannot be made, that is said, and the verdict stands."""
    (here / ".grade").touch()
    said = grade("gather")
    assert said.code == 0
    assert "Requirement 0" in said.out
    assert "last.html was not written" in said.err


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_a_link_in_place_of_the_pages_folder_is_not_followed(here, judge, grade):
    """A submission's folder cannot make the grader write elsewhere."""
    (here / "precious").mkdir()
    (here / ".grade").symlink_to(here / "precious")
    said = grade("gather")
    assert list((here / "precious").iterdir()) == []
    assert "was not written (it is a link); the grade stands" in said.err


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_a_link_in_place_of_the_page_is_replaced(here, judge, grade):
    """A submission's folder cannot make the grader overwrite another file."""
    (here / "precious").write_text("keep", "utf-8")
    (here / ".grade").mkdir()
    (here / LAST).symlink_to(here / "precious")
    grade("gather")
    assert (here / "precious").read_text("utf-8") == "keep"
    assert not (here / LAST).is_symlink()


def test_what_is_piped_is_plain(here, judge, grade):
    """Without a terminal there is no colour, whatever the format."""
    assert "\x1b" not in grade("gather").out
    assert "\x1b" not in grade("gather", "--format", "terminal").out


@pytest.mark.parametrize("columns", [40, 60, 100, 300])
def test_the_report_keeps_to_the_width(here, judge, grade, monkeypatch, columns):
    """Lines are as wide as the terminal, and 100 columns at most."""
    monkeypatch.setenv("COLUMNS", str(columns))
    judge.statuses = ["failed", "passed", "skipped"]
    body = grade("gather").out.splitlines()[:-1]
    assert max(map(len, body)) <= min(columns, console.MAX_WIDTH)


class Stream:
    """A stream that says of itself what a test wants."""

    def __init__(self, encoding: str = "utf-8", *, terminal: bool = True) -> None:
        self.encoding = encoding
        self.terminal = terminal
        self.written = ""

    def isatty(self) -> bool:
        """Tell whether this is a terminal."""
        return self.terminal

    def write(self, text: str) -> int:
        """Keep what is written."""
        self.written += text
        return len(text)

    def flush(self) -> None:
        """Nothing is held back."""


@pytest.mark.parametrize(
    ("environment", "terminal", "expected"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"TERM": "dumb"}, True, False),
    ],
)
def test_colour_is_for_terminals_that_want_it(monkeypatch, environment, terminal, expected):
    """NO_COLOR counts when it is not empty."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert console.color(Stream(terminal=terminal)) == expected


@pytest.mark.parametrize(
    ("encoding", "expected"), [("utf-8", True), ("ascii", False), ("cp1252", False), ("nonsense", False)]
)
def test_timelines_are_drawn_with_signs_that_the_stream_has(encoding, expected):
    """A stream that cannot carry the signs gets others."""
    assert console.unicode(Stream(encoding)) == expected


@pytest.mark.parametrize(("terminal", "first"), [(True, "Grading 02_gather …"), (False, "")])
def test_a_person_reads_at_once_that_work_is_under_way(monkeypatch, terminal, first):
    """The word is there while the work goes on, and only where someone is looking."""
    stream = Stream(terminal=terminal)
    monkeypatch.setattr("sys.stderr", stream)
    with console.working("Grading 02_gather …"):
        assert stream.written == first
    assert stream.written.rpartition("\r")[2] == ("" if terminal else first)


def test_a_line_for_editors_names_the_file_as_it_is_found_from_here(here, judge, grade):
    """An editor opens what is named; the verdict's line and the page's path are told as usual."""
    (here / "ann").mkdir()
    (here / "ann" / "work.py").touch()
    judge.statuses = ["failed"]
    lines = grade("ann/work.py", "-e", "gather", "--format", "concise").out.splitlines()
    assert lines[0] == f"{Path('ann', 'work.py')}:1:1: failed-check “Requirement 0”"
    assert lines[1:] == ["02_gather: Not passed yet: 0 of 1 points", f"Report: {Path('ann', LAST)}"]


class Ticks:
    """An event that comes after so many seconds, which pass at once."""

    def __init__(self, seconds):
        self.left = seconds

    def wait(self, timeout):
        """Let a time pass."""
        self.left -= timeout
        return self.left < 0


def test_grading_names_its_way_out(here, judge, grade, monkeypatch):
    """An endless program can take a while to be found out."""
    said = []
    monkeypatch.setattr(console, "working", lambda *words, **options: said.append(words) or nullcontext())
    grade("gather")
    assert said == [("Grading 02_gather …", "; Ctrl-C ends it")]


@pytest.mark.parametrize(
    ("say", "seconds", "expected"),
    [
        (console._count, 1, ""),
        (console._count, 3, "Running … 3 s"),
        (console._count, 9, "Running … 9 s; Ctrl-C ends it"),
        (console._steadily, 7, ""),
        (console._steadily, 8, "Running … 8 s; Ctrl-C ends it\n"),
    ],
)
def test_a_person_who_has_waited_for_long_is_told_so_and_the_way_out(monkeypatch, say, seconds, expected):
    """After eight seconds at the latest; what is counted is taken back in the end."""
    stream = Stream(terminal=True)
    monkeypatch.setattr("sys.stderr", stream)
    say("Running …", "; Ctrl-C ends it", Ticks(seconds))
    assert (stream.written.split("\r")[-3:] if "\r" in stream.written else [stream.written])[0] == expected
    assert "\r" not in stream.written or stream.written.endswith(" \r")


@pytest.mark.parametrize("columns", [80, 40])
def test_in_a_course_folder_a_report_and_the_prompt_below_it_fit_the_terminal(here, judge, grade, monkeypatch, columns):
    """Also where lines below it are wrapped; what has no room is said to be in the report, and in a file nothing is."""
    assert grade("init", "course").code == 0
    monkeypatch.chdir(here / "course")
    monkeypatch.setenv("COLUMNS", str(columns))
    judge.statuses = ["failed"] * 8
    whole = grade("1").out
    assert "(`grade report` opens it)" in whole
    for less in range(1, 5):
        height = len(whole.splitlines()) - less
        monkeypatch.setattr(console, "height", lambda stream, height=height: height)
        shown = grade("1").out
        assert sum(1 + len(line) // columns for line in shown.splitlines()) <= height - 1
    assert shown.endswith("(all of it: `grade report`)\n")
