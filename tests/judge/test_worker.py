"""A session that judges submissions: the surroundings do not count, and one submission does not touch the next."""

import contextlib
import ctypes
import os
import sys
import threading

import pytest

from grader.errors import ExerciseError, GraderError, IsolationError
from grader.judge import grade, grade_all
from grader.model import Submission
from grader.runner.zygote import Zygote

pytestmark = pytest.mark.usefixtures("quick")

PASSES = '@points(2)\nasync def test_main(submission):\n    """It ends"""\n    await submission.run("main")\n'
KILLS_ITS_PARENT = "import os, signal\nos.kill(os.getppid(), signal.SIGKILL)\nasync def main(): pass\n"


def work(source: str) -> Submission:
    """Return a submission."""
    return Submission(name="work.py", source=source)


# --- checks that cannot be used ---


@pytest.mark.parametrize(
    ("checks", "reason"),
    [
        ("def broken(:\n", "SyntaxError"),
        ("import nothing_of_that_name\n", "nothing_of_that_name"),
        ("raise RuntimeError('at import')\n", "at import"),
        ("@points\nasync def test_a(submission): pass\n", "as in @points(2)"),
        ("@points(1, depends='test_b')\nasync def test_a(submission): pass\n", "depends on test_b, which is no check"),
        ("x = 1\n", "there are no checks in them"),
        (
            (
                "async def test_b(submission): pass\n\ntest_c = test_b\n"
                "@points(1, depends=test_b)\nasync def test_a(submission): pass\ndel test_b, test_c\n"
            ),
            "test_a depends on test_b, which is no check that comes before it",
        ),
        (
            (
                "def test_b(submission): pass\n\n@points(1, depends=test_b)\nasync def test_a(submission): pass\n"
                "del test_b\nasync def test_b(submission): pass\n"
            ),
            "test_a depends on test_b",
        ),
    ],
)
def test_checks_that_cannot_be_used_are_told_with_the_reason(make, right, checks, reason):
    """Before any submission is judged, and as the author's mistake."""
    seen = []
    with pytest.raises(ExerciseError) as caught:
        grade_all([work(right)], make(checks), on_report=seen.append)
    assert reason in str(caught.value)
    assert "01_small" in str(caught.value)
    assert seen == []


def test_two_checks_of_one_name_are_told(make, right):
    """In two files they would be mistaken for each other."""
    with pytest.raises(ExerciseError, match="two checks are called test_main"):
        grade(work(right), make(PASSES, test_other="async def test_main(submission): pass\n"))


def test_an_exercise_without_checks_is_told(make, right):
    """There is nothing to judge by."""
    with pytest.raises(ExerciseError, match=r"no test_\*\.py"):
        grade(work(right), make())


# --- surroundings ---


def test_settings_of_pytest_around_do_not_count(make, right, monkeypatch):
    """Options, plugins and time limits of the environment are put aside, and put back."""
    around = {
        "PYTEST_ADDOPTS": "--collect-only",
        "PYTEST_PLUGINS": "nothing_of_that_name",
        "PYTEST_TIMEOUT": "0.0001",
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "yes",
    }
    for name, value in around.items():
        monkeypatch.setenv(name, value)
    assert grade(work(right), make(PASSES)).score == 2
    assert {name: os.environ.get(name) for name in around} == around


@pytest.mark.parametrize("checks", [PASSES, "raise RuntimeError\n"])
def test_nothing_is_left_in_the_process(make, right, checks):
    """Neither in the environment, nor among the modules, nor on the path, nor as a thread; also after an error."""
    folder = make(checks)
    grade(work(right), make(PASSES, folder="warm"))
    before = dict(os.environ), set(sys.modules), list(sys.path), threading.active_count()
    with contextlib.suppress(ExerciseError):
        grade(work(right), folder)
    assert (dict(os.environ), set(sys.modules), list(sys.path), threading.active_count()) == before


def test_settings_and_modules_beside_the_checks_do_not_count(make, right):
    """A conftest.py, pytest.ini or statistics.py there is neither loaded nor obeyed."""
    trap = "raise SystemExit('was loaded')\n"
    folder = make(PASSES, conftest=trap, statistics=trap, asyncio=trap, given="x = 1\n")
    (folder / "pytest.ini").write_text("[pytest]\naddopts = --collect-only\n", "utf-8")
    (folder.parent / "conftest.py").write_text(trap, "utf-8")
    (folder.parent / "pyproject.toml").write_text("[tool.pytest.ini_options]\naddopts = '--nonsense'\n", "utf-8")
    sys.modules.pop("statistics", None)
    assert grade(work(right), folder).score == 2


def test_checks_import_the_standard_library_whatever_lies_beside_them(make, right):
    """The folder of the checks is not on the path."""
    checks = "import statistics\n" + PASSES
    sys.modules.pop("statistics", None)
    assert grade(work(right), make(checks, statistics="raise SystemExit('was loaded')\n")).score == 2


def test_a_module_beside_the_checks_would_be_loaded_were_the_folder_on_the_path(make, monkeypatch):
    """The control of the test above: nothing else protects from it."""
    monkeypatch.syspath_prepend(str(make(PASSES, statistics="raise SystemExit('was loaded')\n")))
    sys.modules.pop("statistics", None)
    with pytest.raises(SystemExit, match="was loaded"):
        import statistics  # noqa: F401
    monkeypatch.undo()
    sys.modules.pop("statistics", None)


def test_the_learners_program_is_not_loaded_by_the_judge(make):
    """Not even as a module: what it does to a process, it does to a runner."""
    source = (
        "import asyncio, builtins, sys\nbuiltins.print = None\nsys.modules['json'] = None\nasync def main(): pass\n"
    )
    assert grade(work(source), make(PASSES, work=source)).score == 2
    assert "work" not in sys.modules
    assert print is not None
    assert sys.modules.get("json", "") is not None


def test_checks_that_were_edited_are_read_afresh(make, right):
    """A second session in the same process does not take the modules of the first."""
    assert grade(work(right), make(PASSES)).max_score == 2
    assert grade(work(right), make(PASSES.replace("points(2)", "points(30)"))).max_score == 30


def test_two_exercises_whose_checks_have_one_name_are_kept_apart(make, right):
    """As those of two courses may."""
    one, other = make(PASSES, folder="one"), make(PASSES.replace("points(2)", "points(30)"), folder="other")
    assert [grade(work(right), folder).max_score for folder in (one, other, one)] == [2, 30, 2]


# --- several submissions ---


def test_submissions_in_one_session_do_not_touch_each_other(make, right):
    """Each gets the report that it gets by itself, whatever came before."""
    checks = """
@points(1)
async def test_output(submission, rng):
    name = rng.name()
    run = await submission.run("task", name, 1)
    assert run.output == [at(0, f"{name} started"), at(1, f"{name} finished")]

@points(1, depends=test_output)
async def test_main(submission):
    assert (await submission.run("main")).duration == 2
"""
    folder = make(checks)
    sources = [right.replace("2)", "3)"), "raise SystemExit(0)", right]
    alone = [grade(work(source), folder) for source in sources]
    told = []
    assert grade_all(map(work, sources), folder, on_report=told.append) == [], "they are kept once"
    assert told == alone
    assert grade_all(map(work, reversed(sources)), folder) == alone[::-1]


def test_no_submissions_are_no_reports(make):
    """An empty folder of submissions is none of our errors."""
    assert grade_all([], make(PASSES)) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_submission_that_ends_the_process_that_starts_runners_spares_the_others(make, right):
    """Its own report is an error; those before and after are what they would be. Confined, it could not do that."""
    before, broken, after = grade_all(
        map(work, [right, KILLS_ITS_PARENT, right]), make(PASSES), backend="fork", confined=False
    )
    assert broken.results[0].status == "error"
    assert (broken.score, broken.max_score) == (0, 2)
    assert broken.results[0].message.startswith("GraderError: the process that starts runners is gone")
    assert before.score == after.score == 2


def test_an_error_of_the_grader_in_one_submission_spares_the_others(make, right, monkeypatch):
    """The backend is started afresh, and the rest go on."""
    start, zygotes = Zygote.start, []

    def failing(self):
        zygotes.append(self)
        if len(zygotes) == 3:  # the first one starts the probe of isolation
            raise GraderError("no more processes")
        return start(self)

    monkeypatch.setattr(Zygote, "start", failing)
    reports = grade_all(map(work, [right, right + "#", right]), make(PASSES), backend="fork")
    assert [report.score for report in reports] == [2, 0, 2]
    assert reports[1].results[0].message == "GraderError: no more processes"
    assert zygotes[2] is not zygotes[3]


def test_an_error_while_a_report_is_made_spares_the_others(make, right, monkeypatch):
    """A bug of ours in the diagnosis is told as ours, and does not take the reports of others."""
    from grader.judge import scoring

    report, wrong = scoring.report, right + "#"

    def failing(examination):
        if examination.submission.source == wrong:
            raise ZeroDivisionError("division by zero")
        return report(examination)

    monkeypatch.setattr(scoring, "report", failing)
    reports = grade_all(map(work, [right, wrong, right]), make(PASSES))
    assert [report.results[0].status for report in reports] == ["passed", "error", "passed"]
    assert reports[1].results[0].message == "ZeroDivisionError: division by zero"


def test_a_backend_that_cannot_be_started_is_told(make, right, monkeypatch):
    """Without a single run there is no report to make."""

    def failing(self, *_, **__):
        raise GraderError("no processes")

    monkeypatch.setattr(Zygote, "__init__", failing)
    with pytest.raises(GraderError, match="no processes"):
        grade(work(right), make(PASSES), backend="fork")


# --- ends before the end ---


def test_an_interrupt_within_a_check_is_handed_on(make, right):
    """Ctrl-C ends the session, and is not told as a check that failed; the reports before it were handed over."""
    checks = PASSES + (
        "\nasync def test_interrupt(submission):\n"
        "    if (await submission.run('main')).returned == 'stop':\n        raise KeyboardInterrupt\n"
    )
    seen = []
    stop = work("async def main():\n    return 'stop'\n")
    with pytest.raises(KeyboardInterrupt):
        grade_all([work(right), stop, work(right)], make(checks), on_report=seen.append)
    assert len(seen) == 1
    assert "PYTEST_DISABLE_PLUGIN_AUTOLOAD" not in os.environ


def test_an_interrupt_while_checks_are_collected_is_handed_on(make, right):
    """Ctrl-C in the first moments is no error of the grader's."""
    with pytest.raises(KeyboardInterrupt):
        grade_all([work(right)], make("raise KeyboardInterrupt\n"))


def test_what_the_caller_raises_reaches_the_caller(make, right):
    """From the source of submissions, and from `on_report`."""

    def submissions():
        yield work(right)
        raise LookupError("no more files")

    with pytest.raises(LookupError, match="no more files"):
        grade_all(submissions(), make(PASSES))

    def full(report):
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        grade_all([work(right)], make(PASSES), on_report=full)


def test_a_relative_folder_is_the_same_exercise(make, right, monkeypatch):
    """Nothing depends on how the folder was named."""
    folder = make(PASSES)
    expected = grade(work(right), folder)
    monkeypatch.chdir(folder)
    assert grade(work(right), type(folder)()) == expected


@pytest.mark.parametrize("body", ["while True: pass", "await submission.run('main')\n    while True: pass"])
def test_a_check_that_takes_too_long_is_no_fault_of_the_program(make, right, body):
    """What ends it raises an AssertionError, as a check does that fails."""
    checks = f"@pytest.mark.timeout(0.3)\n@points(2)\nasync def test_main(submission):\n    {body}\n"
    report = grade(work(right), make(checks))
    assert [(result.status, result.message) for result in report.results] == [
        ("error", "CheckTimedOut: the check took longer than a check may")
    ]


# --- isolation ---


@pytest.mark.skipif(sys.platform != "linux", reason="confinement is tested on Linux only")
def test_the_isolation_that_was_probed_stands_in_the_report(make, right):
    """As it is, not as it was asked for."""
    assert grade(work(right), make(PASSES)).environment.isolation == "sealed"
    assert grade(work(right), make(PASSES), backend="fork", confined=False).environment.isolation == "none"


def test_nothing_is_graded_under_less_than_is_required(make, right):
    """The judge fails closed: there is no report."""
    reports = []
    with pytest.raises(IsolationError, match="'sealed' is required"):
        grade_all(
            [work(right)], make(PASSES), backend="fork", confined=False, require="sealed", on_report=reports.append
        )
    assert reports == []


@pytest.mark.skipif(sys.platform != "linux", reason="a matter of Linux")
def test_the_judge_hides_its_memory(make, right):
    """Processes of the same user may not read it (prctl PR_GET_DUMPABLE)."""
    grade(work(right), make(PASSES))
    assert ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) == 0
