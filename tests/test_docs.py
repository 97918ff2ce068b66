"""What the documentation says is so: its programs are run, its tables are compared with the code."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from grader import errors, model
from grader.cli import INTERRUPTED
from grader.cli.command import VERBS
from grader.cli.grading import EXIT_CODES, command
from grader.exercise import load_equivalents, load_exercise
from grader.judge import grade
from grader.rewrite import OPERATORS
from grader.runner.schedule import KNOBS

from .docs.pages import checked, exercise_with
from .report.conftest import RUNNER

ROOT = Path(__file__).parents[1]
GATHER = ROOT / "exercises" / "02_gather"
SOLUTION = ROOT / "solutions" / "02_gather" / "gather.py"


def text(page: str) -> str:
    """Return a page."""
    return (ROOT / page).read_text("utf-8")


def blocks(page: str, language: str) -> list[str]:
    """Return the blocks of code of a page."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text(page), re.MULTILINE | re.DOTALL)


def rows(page: str, heading: str) -> list[list[str]]:
    """Return the cells of the tables below a heading, without their head."""
    part = f"\n{text(page)}".partition(f"\n{heading}\n")[2].partition("\n## ")[0]
    lines = [line.strip("|").split("|") for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line] for line in lines if not line[0].startswith("---")]


def names(page: str, heading: str) -> set[str]:
    """Return what stands in code style in the first column below a heading."""
    return {name for row in rows(page, heading) for name in re.findall(r"`([^`]+)`", row[0])}


def in_the_tutorial() -> str:
    """Return the wrong program of the tutorial, which is that of the README as a whole."""
    return blocks("docs/tutorial/first-hour.md", "python")[1]


def test_the_check_of_the_readme_passes_for_the_solution(tmp_path):
    """With the names that it uses imported."""
    checks = "from grader import at, points\n\n\n" + blocks("README.md", "python")[1]
    assert [status for _, status in checked(checks, tmp_path, SOLUTION)] == ["passed"]


def test_the_check_shown_fails_for_a_wrong_program(tmp_path):
    """The check that the how-to begins with tells the program that the README begins with."""
    exercise = exercise_with(tmp_path, blocks("docs/how-to/write-a-check.md", "python")[0])
    report = grade(model.Submission(name="gather.py", source=in_the_tutorial()), exercise)
    assert [result.status for result in report.results] == ["failed", "skipped"]


DEPOSITS = """
import asyncio

balance = 100
lock = asyncio.Lock()


async def deposit(amount, after):
    global balance
    await asyncio.sleep(after)
    async with lock:
        before = balance
        await asyncio.sleep(1)
        balance = before + amount


async def main():
    await asyncio.gather(deposit(10, 0.5), deposit(20, 2), deposit(30, 4))
    return balance
"""


def test_the_exploration_shown_finds_what_is_right_by_luck(tmp_path):
    """A deposit under a lock passes; without it the usual run is right, and the token shows the other one again."""
    (checks,) = [block for block in blocks("docs/how-to/write-a-check.md", "python") if ".explore(" in block]
    exercise = exercise_with(tmp_path, checks)
    solution = tmp_path / "solutions" / "02_gather" / "gather.py"
    solution.parent.mkdir(parents=True)
    solution.write_text(DEPOSITS, "utf-8")

    (passed,) = grade(model.Submission(name="gather.py", source=DEPOSITS), exercise).results
    assert (passed.status, passed.message, passed.points) == ("passed", "", 2)
    racy = model.Submission(name="gather.py", source=DEPOSITS.replace("async with lock:", "if True:"))
    report = grade(racy, exercise)
    (failed,) = report.results
    assert (failed.status, failed.schedule.changes) == ("failed", failed.schedule.changes[:1])
    assert re.fullmatch(r"the wait on line \d+ of `deposit\(.*\)` took .* s, not .* s", failed.schedule.changes[0])
    assert grade(racy, exercise, schedule=failed.schedule.token) == report


def test_the_knobs_shown_are_those_that_vary():
    """The table of the how-to leaves none out."""
    assert names("docs/how-to/write-a-check.md", "## Explore schedules") == set(KNOBS)


def test_the_readme_quotes_what_is_said_of_its_program():
    """The sentence on the first page is the headline of the report."""
    assert blocks("README.md", "python")[0] in in_the_tutorial()
    report = grade(model.Submission(name="gather.py", source=in_the_tutorial()), GATHER)
    assert re.findall(r"^> (.+)$", text("README.md"), re.MULTILINE) == [report.diagnostics[0].message]


def test_the_exercise_toml_shown_can_be_read(tmp_path):
    """The how-to's exercise.toml is a whole one."""
    (toml,) = blocks("docs/how-to/write-a-check.md", "toml")
    (tmp_path / "exercise.toml").write_text(toml, "utf-8")
    assert load_exercise(tmp_path).limits == model.Limits()


def test_the_limits_shown_are_the_models():
    """Names and defaults in the how-to's table are those of the code."""
    shown = {row[0].strip("`"): float(row[1]) for row in rows("docs/how-to/write-a-check.md", "## exercise.toml")[1:]}
    limits = msgspec.structs.asdict(model.Limits())
    limits["virtual_seconds"] = limits.pop("virtual_ns") / model.NANOSECONDS
    assert shown == limits


@pytest.mark.parametrize("page", ["README.md", "docs/reference/command.md"])
def test_the_exit_codes_shown_are_the_commands(page):
    """Every code that the command can end with is in the table, and no other."""
    trees = [errors.GraderError, *errors.GraderError.__subclasses__()]
    codes = {*EXIT_CODES.values(), INTERRUPTED, *(error.exit_code for error in trees)}
    assert {int(row[0]) for row in rows(page, "## Exit codes")[1:]} == codes


def test_every_option_and_verb_is_in_the_reference():
    """The page on the command leaves nothing out."""
    page = text("docs/reference/command.md")
    wanted = [option for parameter in command.params for option in parameter.opts if option.startswith("-")]
    assert [name for name in [*wanted, *(f"## grade {verb}" for verb in VERBS)] if name not in page] == []


@pytest.mark.parametrize(
    ("heading", "struct"),
    [
        ("# The report as JSON", model.Report),
        ("## results", model.CheckResult),
        ("## diagnostics", model.Diagnostic),
        ("# The trace of a program as JSON", model.Tracing),
    ],
)
def test_every_field_of_the_report_is_in_the_reference(heading, struct):
    """The tables name the fields that are there, and no others."""
    fields = {field.encode_name for field in msgspec.structs.fields(struct)}
    page = "docs/reference/trace.md" if struct is model.Tracing else "docs/reference/report.md"
    assert names(page, heading) == fields


def test_every_kind_of_mutant_is_in_the_reference():
    """With the mistakes that it makes, as a rule."""
    table = rows("docs/reference/mutants.md", "## The kinds of mistakes")[1:]
    shown = {row[0].strip("`"): tuple(re.findall(r"`([^`]+)`", row[-1])) for row in table}
    assert shown == {operator.name: operator.mistakes for operator in OPERATORS}


def test_the_equivalent_toml_shown_is_that_of_an_exercise():
    """The page shows what a solution has beside it, key by key."""
    (shown,) = blocks("docs/reference/mutants.md", "toml")
    assert shown in text("solutions/03_chain/equivalent.toml")
    (entry, *_) = load_equivalents(ROOT / "solutions" / "03_chain")
    assert names("docs/reference/mutants.md", "## equivalent.toml") == set(entry.__struct_fields__)


def test_the_first_page_of_the_site_names_every_page():
    """Nothing has to be found by chance."""
    pages = {str(path.relative_to(ROOT / "docs")) for path in (ROOT / "docs").rglob("*.md")} - {"index.md"}
    assert [page for page in sorted(pages) if f"]({page})" not in text("docs/index.md")] == []


def test_every_outcome_is_in_the_reference():
    """The table names every way in which a run can end."""
    kinds = {outcome.__struct_config__.tag for outcome in model.Outcome.__args__}
    assert names("docs/reference/report.md", "## outcome") - {"kind"} == kinds


def test_the_autograder_of_classroom_50_writes_its_result(tmp_path):
    """In a checkout with a wrong program, and with a `grader` of the student's: a grade, and exit code 0."""
    script, checkout = tmp_path / "autograder.py", tmp_path / "checkout"
    script.write_text(blocks("docs/how-to/classroom-50.md", "python")[0], "utf-8")
    (checkout / "grader").mkdir(parents=True)
    (checkout / "grader" / "__init__.py").write_text("raise SystemExit(9)", "utf-8")
    (checkout / "gather.py").write_text(in_the_tutorial(), "utf-8")
    done = subprocess.run([sys.executable, script], cwd=checkout, env={**os.environ, "CI": "", **RUNNER}, check=False)
    result = json.loads((checkout / "result.json").read_text("utf-8"))
    assert (done.returncode, result["classroom"]) == (0, RUNNER["CLASSROOM"])
    assert result["score"] == sum(test["score"] for test in result["tests"]) < result["max-score"]


def test_the_format_of_the_how_to_is_the_package():
    """The page shows the module as it is, and its entry point."""
    page, package = "docs/how-to/add-a-format.md", ROOT / "docs" / "examples" / "asyncgrade-tap"
    assert blocks(page, "python") == [(package / "asyncgrade_tap.py").read_text("utf-8")]
    assert blocks(page, "toml")[0] in (package / "pyproject.toml").read_text("utf-8")
