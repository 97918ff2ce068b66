"""Checks that rest on reports: backed by a run without what they demand, or worth no points; and marked."""

import pytest

CHECKS = """
from grader import points, service


@points(2, evidence="reported")
async def test_group(submission):
    \"\"\"A group starts the tasks\"\"\"
    task = service(parameters=("name",), seconds=1)
    run = await submission.run("main", replace={"task": task}, without="asyncio.TaskGroup.create_task")
    assert run.calls("task") == []
"""
CHECK = """
from grader import points


@points(2)
async def test_inside(submission):
    \"\"\"Something of its inside\"\"\"
    run = await submission.run("main")
    LOOKS
"""
PROGRAM = """
import asyncio

async def task(name):
    await asyncio.sleep(1)

async def main():
    async with asyncio.TaskGroup() as group:
        BODY
"""
USES = PROGRAM.replace("BODY", "group.create_task(task('a'))")
DECORATION = PROGRAM.replace("BODY", "await asyncio.gather(task('a'))")
HIDDEN = DECORATION.replace("asyncio.TaskGroup()", "getattr(asyncio, 'Task' + 'Group')()")


def test_a_program_that_needs_the_construct_passes(judge):
    """Without it nothing is done."""
    assert judge(CHECKS, USES).statuses == ["passed"]


def test_decoration_fails(judge):
    """Also where the construct hides from the rewriting."""
    assert judge(CHECKS, DECORATION).statuses == ["failed"]
    assert judge(CHECKS, HIDDEN).statuses == ["failed"]


def test_a_process_that_ends_by_itself_proves_nothing(judge):
    """It calls nothing then, as a program that needs the construct would; that is its own doing."""
    assert judge(CHECKS, PROGRAM.replace("BODY", "__import__('os')._exit(0)")).statuses == ["failed"]


def test_the_report_marks_the_check(judge):
    """A reader sees what its points rest on."""
    assert judge(CHECKS, USES).report.results[0].evidence == "reported"


def test_a_run_without_a_construct_may_end_in_any_way(judge):
    """And it is not what is shown or diagnosed."""
    waits = USES.replace("group.create_task(task('a'))", "await group.create_task(task('a')).never")
    seen = judge(CHECKS, waits)
    assert seen.statuses == ["passed"]
    assert seen.report.timelines[0].target == "main()"


def test_points_for_reported_evidence_alone_are_a_slip_of_the_author(judge):
    """A check that would give them is an error, and says what is missing."""
    unbacked = CHECKS.replace(', without="asyncio.TaskGroup.create_task"', "").replace(
        'run.calls("task") == []', "run.duration == 1"
    )
    seen = judge(unbacked, USES)
    assert seen.statuses == ["error"]
    assert "without=" in seen.report.results[0].message


@pytest.mark.parametrize("looks_at", ["left_behind", "blocking", "second_loops"])
def test_points_for_a_look_at_reports_alone_are_a_slip_too(judge, looks_at):
    """Marked or not: what the judge saw must be among what a check looks at that gives points."""
    check = CHECK.replace("LOOKS", f"assert run.{looks_at} == []")
    assert judge(check, USES).statuses == ["error"]
    assert judge(check.replace("points(2)", "points(0)"), USES).statuses == ["passed"]
    assert judge(check.replace("= []", "= []; assert run.duration == 1"), USES).statuses == ["passed"]


def test_what_does_the_work_in_place_of_the_construct_is_named(judge):
    """The diagnosis is that of the construct, though every line that the program prints is right."""
    (found,) = judge(CHECKS, DECORATION).report.diagnostics
    assert (found.code, found.message) == (
        "required-construct",
        "a `TaskGroup` was made, and nothing was started with it: `asyncio.gather` did the work",
    )
    taken = "the grader took `asyncio.TaskGroup.create_task` away, and the work was done all the same"
    assert sorted(found.notes) == ["asked for: A group starts the tasks", taken]


def test_a_check_that_fails_before_it_takes_the_construct_away_demands_nothing(judge):
    """What it looked at was an ordinary run."""
    fails_first = CHECKS.replace(
        "    task = service", '    assert (await submission.run("main")).duration == 9\n    task = service'
    )
    assert "required-construct" not in [found.code for found in judge(fails_first, DECORATION).report.diagnostics]
