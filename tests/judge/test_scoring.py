"""From what came of the checks to points: the rule of the half, and errors that are ours."""

import pytest

from grader.judge import grade
from grader.model import Submission

TWO = '''
@points(1)
async def test_first(submission):
    """First"""
    {first}

@points(3)
async def test_second(submission):
    """Second"""
    {second}
'''
PASS, FAIL = "await submission.run('main')", "assert (await submission.run('main')).duration == 9"
ERROR, SKIP, NOTHING = "raise KeyError('oops')", "pytest.skip('not on this platform')", "assert True"


@pytest.mark.parametrize(
    ("first", "second", "statuses", "score", "capped"),
    [
        (PASS, PASS, ["passed", "passed"], 4, False),
        (FAIL, FAIL, ["failed", "failed"], 0, False),
        (PASS, FAIL, ["passed", "failed"], 1, False),
        (FAIL, PASS, ["failed", "passed"], 2, True),
        (ERROR, PASS, ["error", "passed"], 3, False),
        (ERROR, FAIL, ["error", "failed"], 0, False),
        (SKIP, PASS, ["skipped", "passed"], 2, True),
    ],
)
def test_points_and_the_rule_of_the_half(judge, first, second, statuses, score, capped):
    """A fault costs half at least; what is the grader's fault costs the points of that check and no more."""
    found = judge(TWO.format(first=first, second=second))
    assert (found.statuses, found.score, found.report.capped) == (statuses, score, capped)
    assert found.report.max_score == 4
    assert [result.max_points for result in found.report.results] == [1, 3]


def test_a_check_of_ours_that_goes_wrong_says_so_and_blames_nobody(judge):
    """Its message is the error; the program gets no diagnostic for it."""
    found = judge(TWO.format(first=ERROR, second=PASS))
    assert found.messages == ["KeyError: 'oops'", ""]
    assert found.report.diagnostics == ()


def test_an_error_that_a_program_provokes_lifts_no_rule(make, quick, right):
    """The author's code raises over this program and not over the solution: a fault of the program's, if unforeseen."""
    trips = TWO.format(
        first="run = await submission.run('main')\n    assert run.output.texts == [*run.output.texts.lines][:4]\n"
        "    assert {1: 'so'}[len(run.output) - 3] == 'so'",
        second=PASS,
    )
    folder = make(trips)
    provoking = Submission(name="work.py", source=right.replace('print(f"{name} started")', "pass"))
    without = grade(provoking, folder)
    assert ([result.status for result in without.results], without.score) == (["error", "passed"], 3)
    solutions = folder.parents[1] / "solutions" / folder.name
    solutions.mkdir(parents=True)
    (solutions / "work.py").write_text(right, "utf-8")
    found = grade(provoking, folder)
    assert ([result.status for result in found.results], found.score, found.capped) == (["error", "passed"], 2, True)
    assert grade(Submission(name="work.py", source=right), folder).score == 4


def test_a_check_that_its_author_skips_says_why(judge):
    """In the author's words."""
    assert judge(TWO.format(first=SKIP, second=PASS)).messages == ["not on this platform", ""]


def test_a_check_without_points_counts_all_the_same(judge):
    """It gives none, and its failure calls in the rule of the half."""
    found = judge(
        f"async def test_free(submission):\n    {FAIL}\n\n@points(4)\nasync def test_paid(submission):\n    {PASS}\n"
    )
    assert (found.statuses, found.points, found.score) == (["failed", "passed"], [0, 4], 2)


def test_results_come_in_the_authors_order(judge):
    """With name, title, and what was run."""
    found = judge(TWO.format(first=FAIL, second=PASS))
    assert [(result.name, result.title, result.target) for result in found.report.results] == [
        ("test_first", "First", "main()"),
        ("test_second", "Second", ""),
    ]


def test_a_failed_check_is_told_with_expected_and_actual(judge):
    """And with the timeline of the run that it is about."""
    first = judge(TWO.format(first=FAIL, second=PASS)).report
    assert first.results[0].message == "`main()` ended at t=2 s, not at t=9 s"
    assert (first.results[0].expected, first.results[0].actual) == (("ends at t=9 s",), ("ends at t=2 s",))
    assert first.timelines[first.results[0].run].target == "main()"


def test_the_run_that_a_learner_knows_is_among_those_shown(judge):
    """Beside the first three runs of failed checks, however many fail before it."""
    drawn = "".join(
        f"@points(1)\nasync def test_{n}(submission):\n"
        f"    assert (await submission.run('task', 'x', {n})).duration == 9\n\n"
        for n in range(1, 5)
    )
    found = judge(f"{drawn}@points(1)\nasync def test_own(submission):\n    {FAIL}\n").report
    assert [result.run for result in found.results] == [0, 1, 2, None, 3]
    assert found.timelines[3].target == "main()"


def test_a_check_that_needs_a_failed_one_is_skipped_with_its_title(judge):
    """And one that needs a skipped one as well."""
    found = judge(
        f'''
@points(1)
async def test_a(submission):
    """It waits"""
    {FAIL}

@points(1, depends=test_a)
async def test_b(submission):
    {PASS}

@points(1, depends=(test_b,))
async def test_c(submission):
    {PASS}
'''
    )
    assert found.statuses == ["failed", "skipped", "skipped"]
    assert [result.needs for result in found.report.results] == ["", "It waits", "b"]
    assert found.score == 0


def test_a_check_that_needs_one_of_ours_that_went_wrong_is_skipped_and_costs_no_half(judge):
    """The learner is not to blame for either."""
    found = judge(
        f"""
@points(1)
async def test_a(submission):
    {ERROR}

@points(1, depends=test_a)
async def test_b(submission):
    {PASS}

@points(4)
async def test_c(submission):
    {PASS}
"""
    )
    assert found.statuses == ["error", "skipped", "passed"]
    assert (found.score, found.report.capped) == (4, False)


def test_after_an_endless_run_other_checks_say_that_the_time_is_used_up(make, judge):
    """They are skipped, not failed, and name the run that took the time."""
    toml = """
title = "t"
concept = "c"
file = "work.py"
entry_points = [{ name = "task", parameters = ["name", "delay"] }, { name = "main" }]
limits = { cpu_seconds = 0.2 }
"""
    make(toml=toml)
    checks = """
@points(1)
async def test_main(submission):
    await submission.run("main")

@points(1)
async def test_task(submission):
    await submission.run("task", "A", 1)
"""
    endless = "async def task(name, delay): pass\n\nasync def main():\n    while True:\n        pass\n"
    found = judge(checks, endless, toml=toml)
    assert found.statuses == ["failed", "skipped"]
    assert found.messages[1] == "`main()` used up the time that all runs of a submission may take"
    assert found.report.outcome.limit == "cpu"
    assert found.score == 0
