"""`pytest` over an exercise's folder works by itself, and leaves everybody else's tests alone."""

import os
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from grader.exercise import course_root

ROOT = course_root()
SOLUTION = ROOT / "solutions" / "02_gather" / "gather.py"
IN_A_ROW = ROOT / "solutions" / "02_gather" / "rejected" / "two_awaits_in_a_row.py"

CHECKS = '''
import asyncio


@points(2)
async def test_passes(submission):
    """It ends after two seconds"""
    assert (await submission.run("main")).duration == 2


@points(2)
def test_plain_def(submission):
    """A check need not be a coroutine function"""
    assert asyncio.run(submission.run("main")).duration == 2


@points(2)
def test_plain_def_forgets(submission):
    """A run that nobody awaits checks nothing"""
    submission.run("main")


@points(2)
async def test_forgets_await(submission):
    """As above"""
    submission.run("main")


@points(2)
async def test_forgets_one_await(submission):
    """As above, after another run"""
    await submission.run("main")
    submission.run("task", "A", 1)


@points(2)
async def test_compares_what_it_did_not_await(submission):
    """As above"""
    assert submission.run("main") != 3


@points(2)
async def test_awaits_several_at_once(submission):
    """A run may be awaited in any way"""
    runs = await asyncio.gather(submission.run("main"), submission.run("task", "A", 1))
    assert [run.outcome.__class__.__name__ for run in runs] == ["Returned"] * 2


@points(2)
async def test_own_error(submission):
    """A mistake in a check"""
    {}["oops"]


@points(2)
async def test_wrong_comparison(submission):
    """A comparison that cannot be meant"""
    assert (await submission.run("main")).output == ["Task A started"]


@points(2)
async def test_wrong_service(submission):
    """A service that is not there"""
    (await submission.run("main")).calls("task")


@pytest.fixture
def broken():
    raise OSError("no such thing")


@points(2)
async def test_broken_fixture(submission, broken):
    """A fixture that fails"""


@points(1)
@pytest.mark.parametrize("seconds", [2, 3])
async def test_each(submission, seconds):
    """It ends in time"""
    assert (await submission.run("main")).duration == seconds


@points(2, depends=test_each)
async def test_needs_each(submission):
    """It needs all of them"""


@points(2)
async def test_plain_assertion(submission):
    """A check may compare what it likes"""
    run = await submission.run("main")
    assert len(run.output) == 5, "four lines are not five"


@points(2)
async def test_difference_of_before(submission):
    """What was compared before is no reason"""
    run = await submission.run("main")
    try:
        assert run.duration == 9
    except AssertionError:
        pass
    assert len(run.output) == 5, "four lines are not five"


@points(2)
async def test_either_side(submission):
    """Expected may stand on the left"""
    assert 3 == (await submission.run("main")).duration


@points(2)
async def test_same_random_values(submission, rng):
    """The values are drawn"""
    assert rng.delay() == 0


async def test_without_points(submission):
    """It gives nothing"""
    await submission.run("main")


class TestTogether:
    @points(2)
    async def test_in_class(self, submission):
        """A method is a check, too"""
        assert (await submission.run("main")).duration == 2
'''

OTHERS = """
import pytest


def test_plain():
    assert True


async def test_without_a_mark():
    raise RuntimeError("nobody asked for this to be run")


@pytest.mark.asyncio
async def test_with_a_mark():
    assert True


def test_explained():
    assert [1, 2] == [1, 3]


def test_rng(rng):
    assert rng == "mine"


@pytest.fixture
def rng():
    return "mine"
"""


def pytest_run(folder: Path, *arguments: object, **environment: str) -> SimpleNamespace:
    """Run pytest by itself in a folder, with nothing but its options to go by."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-rA", "-p", "no:cacheprovider", *map(str, arguments)],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "COLUMNS": "120", **environment},
        capture_output=True,
        encoding="utf-8",
    )
    words = re.findall(r"^(PASSED|FAILED|ERROR) .*::(\S+)", done.stdout, re.MULTILINE)
    return SimpleNamespace(
        code=done.returncode, text=done.stdout + done.stderr, of={name: word for word, name in words}
    )


@pytest.fixture(scope="module")
def copied(tmp_path_factory) -> Path:
    """Copy 02_gather to where no project's settings are in force."""
    import shutil

    folder = tmp_path_factory.mktemp("learner") / "exercises" / "02_gather"
    shutil.copytree(ROOT / "exercises" / "02_gather", folder, ignore=shutil.ignore_patterns(".*", "__pycache__"))
    return folder


def test_the_solution_passes(copied):
    """`pytest 02_gather --submission FILE` examines that file, and exits with 0."""
    found = pytest_run(copied.parent, "02_gather", "--submission", SOLUTION)
    assert (found.code, set(found.of.values()), len(found.of)) == (0, {"PASSED"}, 7)


def test_the_file_beside_the_checks_is_examined(copied):
    """Without an option it is the learner's own file; the stub fails one check, and the others need it."""
    found = pytest_run(copied)
    assert (found.code, found.of) == (1, {"test_main_calls_task": "FAILED"})
    assert "6 skipped" in found.text
    assert (
        "not checked: it needs “`main` calls `task` for Task A with 2 and for Task B with 1, once each”" in found.text
    )


def test_a_failure_is_told_in_the_learners_terms(copied):
    """Title, what happened, expected, actual: and no line of the grader's or of the check's."""
    found = pytest_run(copied, "--submission", IN_A_ROW)
    assert found.of["test_runs_both_at_the_same_time"] == "FAILED"
    told = found.text.partition(" test_runs_both_at_the_same_time __")[2].partition("\n__")[0]
    assert told.partition("\n")[2].splitlines() == [
        "`main` starts Task A, then Task B, both at once",
        "",
        "`task('Task B', 1)` began at t=2 s, not at t=0 s",
        "",
        "expected:",
        "    task('Task A', 2) from t=0 s to t=2 s",
        "    task('Task B', 1) from t=0 s",
        "",
        "actual:",
        "    task('Task A', 2) from t=0 s to t=2 s",
        "    task('Task B', 1) from t=2 s to t=3 s",
    ]
    for word in ("grader/", "submission.run", "AssertionError", "Traceback", ".py:"):
        assert word not in found.text.partition("= FAILURES =")[2].partition("short test summary")[0], word


def test_a_file_that_is_not_there_is_told(copied):
    """A wrong path is no failure of the program."""
    found = pytest_run(copied, "--submission", "nowhere.py")
    assert found.code == 1
    assert "no file nowhere.py" in found.text
    assert "Traceback" not in found.text
    assert set(found.of.values()) == {"ERROR"}


@pytest.fixture(scope="module")
def mixed(tmp_path_factory) -> SimpleNamespace:
    """Run two exercises and somebody else's tests in one session."""
    root = tmp_path_factory.mktemp("mixed")
    for name, checks in (("01_one", CHECKS), ("02_two", CHECKS.partition("@points(2)\ndef")[0])):
        folder = root / name
        folder.mkdir()
        (folder / "exercise.toml").write_text(
            'title = "t"\nconcept = "c"\nfile = "work.py"\n'
            '[[entry_points]]\nname = "task"\nparameters = ["name", "delay"]\n[[entry_points]]\nname = "main"\n',
            "utf-8",
        )
        (folder / "work.py").write_text(SOLUTION.read_text("utf-8") if name == "01_one" else "x = 1\n", "utf-8")
        (folder / f"test_{name[3:]}.py").write_text(f"import pytest\nfrom grader import points\n{checks}", "utf-8")
    (root / "others").mkdir()
    (root / "others" / "test_others.py").write_text(OTHERS, "utf-8")
    return pytest_run(root, "--import-mode=importlib")


@pytest.mark.parametrize(
    ("check", "status"),
    [
        ("test_plain_def", "PASSED"),
        ("test_awaits_several_at_once", "PASSED"),
        ("test_without_points", "PASSED"),
        ("test_in_class", "PASSED"),
        ("test_each[2]", "PASSED"),
        ("test_each[3]", "FAILED"),
        ("test_needs_each", None),
        ("test_plain_assertion", "FAILED"),
        ("test_plain_def_forgets", "FAILED"),
        ("test_forgets_await", "FAILED"),
        ("test_forgets_one_await", "FAILED"),
        ("test_compares_what_it_did_not_await", "FAILED"),
        ("test_own_error", "FAILED"),
        ("test_broken_fixture", "ERROR"),
    ],
)
def test_checks_of_every_kind(mixed, check, status):
    """Coroutine functions, plain ones, parametrised ones, methods; what nobody awaits is no success."""
    assert mixed.of.get(check) == status


def test_a_forgotten_await_is_named(mixed):
    """The author reads what is missing."""
    for check in ("test_forgets_await", "test_plain_def_forgets", "test_forgets_one_await"):
        assert f"{check}: submission.run(…) or explore(…) was called without await" in mixed.text
    assert "never awaited" not in mixed.text


def test_two_exercises_are_examined_in_one_session(mixed):
    """Each with its own file: the same check passes for one and fails for the other."""
    found = re.findall(r"^(PASSED|FAILED) (\S+)::test_passes", mixed.text, re.MULTILINE)
    assert sorted(found) == [("FAILED", "02_two/test_two.py"), ("PASSED", "01_one/test_one.py")]


def test_tests_of_others_are_left_alone(mixed):
    """No mark is put on them, no comparison explained, and their fixtures are their own."""
    assert mixed.of["test_plain"] == mixed.of["test_with_a_mark"] == mixed.of["test_rng"] == "PASSED"
    assert mixed.of["test_without_a_mark"] == mixed.of["test_explained"] == "FAILED"
    assert "async def functions are not natively supported" in mixed.text
    assert "RuntimeError: nobody asked" not in mixed.text
    assert "At index 1 diff: 2 != 3" in mixed.text


def test_what_a_check_does_wrong_is_not_the_learners(judge):
    """Errors of checks have the status `error` and no points; what they find has `failed`."""
    found = judge(CHECKS)
    statuses = {name: result.status for name, result in found.results.items()}
    assert statuses == {
        "test_passes": "passed",
        "test_plain_def": "passed",
        "test_plain_def_forgets": "error",
        "test_forgets_await": "error",
        "test_forgets_one_await": "error",
        "test_compares_what_it_did_not_await": "error",
        "test_awaits_several_at_once": "passed",
        "test_own_error": "error",
        "test_wrong_comparison": "error",
        "test_wrong_service": "error",
        "test_broken_fixture": "error",
        "test_each[2]": "passed",
        "test_each[3]": "failed",
        "test_needs_each": "skipped",
        "test_plain_assertion": "failed",
        "test_difference_of_before": "failed",
        "test_either_side": "failed",
        "test_same_random_values": "failed",
        "test_without_points": "passed",
        "test_in_class": "passed",
    }
    messages = {name: result.message for name, result in found.results.items()}
    assert messages["test_forgets_await"] == "NotAwaited: submission.run(…) or explore(…) was called without await"
    assert messages["test_own_error"] == "KeyError: 'oops'"
    assert messages["test_wrong_comparison"].startswith("TypeError: output can be compared with a list of at(…)")
    assert messages["test_wrong_service"] == "LookupError: no service stands behind 'task' in this run"
    assert messages["test_broken_fixture"] == "OSError: no such thing"
    assert messages["test_plain_assertion"] == "four lines are not five"
    assert messages["test_difference_of_before"] == "four lines are not five"
    assert messages["test_either_side"] == "`main()` ended at t=2 s, not at t=3 s"
    assert sum(found.points) == 2 + 2 + 2 + 1 + 0 + 2
    assert found.results["test_without_points"].max_points == 0


def test_a_plain_test_that_forgets_to_await_would_pass(tmp_path):
    """The control of the tests on forgotten awaits: the same mistake in a test of anybody else's is not seen."""
    code = "async def run():\n    assert False\n\ndef test_forgets():\n    run()\n"
    (tmp_path / "test_other.py").write_text(code, "utf-8")
    found = pytest_run(tmp_path)
    assert (found.code, found.of) == (0, {"test_forgets": "PASSED"})


def test_the_entry_point_imports_nothing():
    """Every project with this package installed loads it at every start of pytest."""
    code = (
        "import sys, typing; before = set(sys.modules); sys.path.insert(0, sys.argv[1])\n"
        "import grader.judge.pytest11; print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-S", "-c", code, ROOT], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["__future__", "grader", "grader.judge", "grader.judge.pytest11"]
