"""The exit code tells what came of the command; a user's mistake is one short message."""

import re
import subprocess
import sys
from typing import get_args, get_type_hints

import pytest

from grader import cli, errors
from grader.cli.grading import EXIT_CODES, ONLY_POINTS
from grader.model import CheckResult
from grader.report.exchange.classroom50 import VARIABLES


@pytest.mark.parametrize(
    ("statuses", "code"),
    [
        (["passed", "passed"], 0),
        (["passed", "failed"], 1),
        (["failed", "skipped"], 1),
        (["passed", "error", "failed"], 3),
    ],
)
def test_the_worst_check_decides(here, judge, grade, statuses, code):
    """0 passed, 1 failed, 3 where the grader itself failed, which a learner's failure does not hide."""
    judge.statuses = statuses
    assert grade("gather").code == code


def test_every_status_of_a_check_has_an_exit_code():
    """The table is complete."""
    assert set(EXIT_CODES) == set(get_args(get_type_hints(CheckResult)["status"]))


@pytest.mark.parametrize(("statuses", "code"), [(["failed"], 0), (["passed"], 0), (["error"], 3)])
def test_exit_zero_forgives_failed_checks_only(here, judge, grade, statuses, code):
    """`--exit-zero` is for consumers of the report; it does not hide an error of ours."""
    judge.statuses = statuses
    assert grade("gather", "--exit-zero").code == code


@pytest.mark.parametrize("format_", ONLY_POINTS)
@pytest.mark.parametrize(("statuses", "code"), [(["failed"], 0), (["passed"], 0), (["error"], 3)])
def test_a_format_of_points_forgives_failed_checks(here, judge, grade, monkeypatch, format_, statuses, code):
    """Its reader takes any other exit code for a grader that broke; the result is written either way."""
    for name in VARIABLES.values():
        monkeypatch.setenv(name, "submit/1")
    judge.statuses = statuses
    assert grade("gather", "--format", format_, "-o", "result.json").code == code
    assert (here / "result.json").is_file()


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.GraderError("no runner could be started"), 3),
        (errors.UsageError("the backend fork is not to be had"), 4),
        (errors.SubmissionError("gather.py has a zero byte"), 4),
        (errors.ExerciseError("02_gather has no checks"), 4),
        (errors.NotFoundError("no such page"), 5),
        (errors.IsolationError("no user namespaces"), 6),
    ],
)
def test_our_errors_are_one_line(here, judge, grade, error, code):
    """Each error ends the command with its own code, its own words, and no traceback."""
    judge.error = error
    said = grade("gather")
    assert (said.code, said.out, said.err) == (code, "", f"grade: {error}\n")


def test_an_unexpected_error_is_not_blamed_on_the_program(here, judge, grade):
    """A bug of ours is code 3, names itself, and says how to see more."""
    judge.error = ZeroDivisionError("division by zero")
    said = grade("gather")
    assert said.code == 3
    assert "ZeroDivisionError: division by zero" in said.err
    assert "--debug" in said.err
    assert "Traceback" not in said.err


def test_debug_shows_the_traceback(here, judge, grade):
    """With `--debug` the traceback stands above the message; the code stays."""
    judge.error = ZeroDivisionError("division by zero")
    said = grade("gather", "--debug")
    assert said.code == 3
    assert "Traceback (most recent call last)" in said.err


def test_ctrl_c_is_no_traceback(here, judge, grade):
    """Interrupted is code 2, as pytest has it."""
    judge.error = KeyboardInterrupt()
    said = grade("gather")
    assert said.code == 2
    assert said.err.strip() == "grade: interrupted"


@pytest.mark.parametrize(
    "arguments", [["--parrot"], ["--format", "pdf"], ["--backend", "thread"], ["a", "b"], ["explain", "a", "b"]]
)
def test_wrong_usage_is_code_four(here, grade, arguments):
    """What the command does not take is told with its value and a pointer to the help."""
    said = grade(*arguments)
    assert said.code == 4
    assert arguments[-1] in said.err
    assert re.search(r"Try `grade( explain)? --help`", said.err)
    assert "Traceback" not in said.err


def test_a_verb_with_a_typing_error_is_answered_with_the_right_one(here, grade):
    """It would otherwise be taken for the name of an exercise."""
    said = grade("verfy", "02")
    assert said.code == 4
    assert "Is `grade verify 02` meant?" in said.err


def test_a_word_before_an_exercise_that_is_no_verb_is_left_out_of_what_is_offered(here, grade):
    """`grade test 02` is what other tools are called; two exercises are no such thing."""
    said = grade("test", "02")
    assert (said.code, said.err) == (
        4,
        "grade: nothing is called 'test'. Is `grade 02` meant?\nTry `grade --help`.\n",
    )
    assert "meant?" not in grade("01", "02").err


def test_an_exercise_that_does_not_exist_is_told_in_a_few_words(here, grade):
    """Not with the names of all."""
    assert grade("99").err == (
        "grade: no exercise '99' in the course. The exercises are 01_first_await, 02_gather and so on to 29_crawler; "
        "`grade list` shows them.\n"
    )


def test_ctrl_c_while_the_command_is_loaded_leaves_no_traceback(monkeypatch, capsys):
    """It is impatience, and no mistake."""

    class Loading:
        @property
        def run(self):
            raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "grader.cli.command", Loading())
    assert cli.main([]) == cli.INTERRUPTED
    assert capsys.readouterr().err == "grade: interrupted\n"


def test_nothing_is_loaded_before_ctrl_c_is_heeded():
    """But what Python itself begins with."""
    loaded = "import sys; before = set(sys.modules); import grader.cli; print(*set(sys.modules) - before)"
    found = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert set(found.stdout.split()) <= {"grader", "grader.cli", "__future__"}
