"""`grade watch`: how it ends, with which exit code, and what it leaves behind; once for real, in a terminal."""

import os
import signal
import sys
import threading
from pathlib import Path

import pytest
from msgspec.structs import replace

from grader.exercise import read_submission
from grader.model import Credit, Grading

from . import conftest
from .conftest import ROOT, report

WRONG = ROOT / "solutions" / "02_gather" / "rejected" / "two_awaits_in_a_row.py"
RIGHT = ROOT / "solutions" / "02_gather" / "gather.py"
ENDLESS = "import os\n\n\nasync def task(name, delay):\n    pass\n\n\nasync def main():\n    os.read(os.pipe()[0], 1)\n"


class Judge:
    """In place of `grade_all`: gives each submission a status, and then does something."""

    def __init__(self, *statuses, then):
        self.statuses = statuses
        self.then = then

    def __call__(self, submissions, folder, *, on_report, **options):
        self.folder, self.options = folder, options
        for status, submission in zip(self.statuses, submissions, strict=False):
            self.graded = submission
            on_report(report(submission, [status]))
            self.then()


@pytest.fixture
def judged(monkeypatch, grade, here):
    """Watch with a judge that does something after the first report."""

    def run(status, then, *arguments):
        judge = Judge(status, then=then)
        monkeypatch.setattr("grader.judge.grade_all", judge)
        return grade("watch", *arguments), judge

    return run


@pytest.mark.parametrize(
    ("number", "code"), [("SIGINT", 2), ("SIGTERM", 143), ("SIGHUP", 129)], ids=["Ctrl-C", "kill", "closed"]
)
def test_signals_end_it_with_their_codes(judged, number, code, hung_up):
    """Ctrl-C as everywhere in this command, the others as everywhere else; threads and handlers are gone."""
    if not hasattr(signal, number):
        pytest.skip(f"this platform has no {number}")
    before = threading.active_count(), signal.getsignal(getattr(signal, number))
    said, _ = judged("passed", lambda: signal.raise_signal(getattr(signal, number)), "02")
    assert said.code == code
    assert (threading.active_count(), signal.getsignal(getattr(signal, number))) == before


@pytest.mark.parametrize(("status", "code"), [("passed", 0), ("failed", 1), ("error", 1)])
def test_its_exit_code_is_that_of_the_last_report(judged, status, code):
    """When it was ended with `q`."""
    assert judged(status, lambda: None, "02")[0].code == code


def test_without_a_terminal_reports_are_written_one_below_the_other(judged):
    """No key is offered, no code is written, and the page of the last report is there as ever."""
    said, judge = judged("passed", lambda: None, "--no-page")
    assert "Passed: 1 of 1 points" in said.out
    assert "\x1b" not in said.out
    assert "q quit" not in said.out
    assert judge.graded == read_submission(Path("gather.py"))
    assert "Requirement 0" in Path(".grade", "last.html").read_text("utf-8")


def test_isolation_is_asked_for_as_with_grade(judged):
    """The judge gets the options."""
    _, judge = judged("passed", lambda: None, "02", "--require", "limited", "--backend", "spawn")
    assert (judge.options["require"], judge.options["backend"], judge.options["confined"]) == ("limited", "spawn", True)


def test_what_an_instructor_decides_for_a_course_holds_here_too(judged, monkeypatch):
    """As with `grade`: what is hidden, and what policies make of the points."""
    decision = Grading(credit=Credit(points="all"))
    monkeypatch.setattr("grader.cli.watching.decided", lambda given, checks, exercise: (None, decision))
    monkeypatch.setitem(globals(), "report", _with_a_secret)
    said, judge = judged("failed", lambda: None, "02", "--no-page")
    assert judge.options["grading"] == decision
    assert "Points are given only where every check passes: 0 points in place of 1." in " ".join(said.out.split())
    assert "sesame" not in said.out


def _with_a_secret(submission, statuses):
    """Return a report with a point, and with a check that students are not told of."""
    made = conftest.report(submission, ["passed", *statuses])
    shown, secret = made.results
    hidden = replace(secret, title="sesame", visibility="hidden")
    return replace(made, results=(shown, hidden), for_students=())


def test_what_is_not_there_ends_it_at_once(grade, here):
    """As with `grade`."""
    assert grade("watch", "02_gathr").code == 5
    assert grade("watch", "nothing.py").code == 5


# --- for real --------------------------------------------------------------------------------------------------------

pty = pytest.importorskip("pty", reason="this platform has other terminals")
termios = pytest.importorskip("termios")


class Terminal:
    """`grade watch` in a terminal of its own."""

    def __init__(self, folder, *arguments):
        self.pid, self.screen = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.environ |= {"TERM": "xterm", "PYTHONPATH": str(ROOT)}
            os.execv(sys.executable, [sys.executable, "-m", "grader", "watch", *arguments])
        self.seen = ""

    def until(self, words):
        """Read until these words stand there, and take them and all before them away."""
        while words not in self.seen:
            self.seen += os.read(self.screen, 1 << 16).decode()
        _, _, self.seen = self.seen.partition(words)

    def flags(self):
        """Return how the terminal takes what is typed: a line at a time, and shown."""
        return termios.tcgetattr(self.screen)[3] & (termios.ICANON | termios.ECHO)

    def end(self):
        """Return the exit code, once it has ended."""
        _, status = os.waitpid(self.pid, 0)
        return os.waitstatus_to_exitcode(status)


def children(pid):
    """Return the processes below a process."""
    own = [int(each) for path in Path(f"/proc/{pid}/task").glob("*/children") for each in path.read_text().split()]
    return [*own, *(each for child in own for each in children(child))]


def is_there(pid):
    """Tell whether a process lives."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()


def test_it_grades_each_save_and_ends_in_the_middle_of_an_endless_program(here):
    """One session, two verdicts, and `q` while a program waits for ever: no process, no setting, no file is left."""
    file = here / "gather.py"
    file.write_bytes(WRONG.read_bytes())
    watched = Terminal(here, "02")
    usual = termios.ICANON | termios.ECHO
    watched.until("Not passed yet")
    watched.until("q quit")
    assert watched.flags() == 0
    file.write_bytes(RIGHT.read_bytes())
    watched.until("Passed")
    watched.until("n goes on with 03_chain")
    file.write_text(ENDLESS, "utf-8")
    watched.until("Grading …")
    below = children(watched.pid)
    os.write(watched.screen, b"q")
    assert watched.end() == 1
    assert watched.flags() == usual
    os.close(watched.screen)
    assert [pid for pid in below if is_there(pid)] == []
    assert "<title>Passed" in (here / ".grade" / "last.html").read_text("utf-8")
    assert sorted(path.name for path in (here / ".grade").iterdir()) == [".gitignore", "last.html"]
