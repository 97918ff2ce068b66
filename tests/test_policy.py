"""What policies make of a score, and how a report says so."""

from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from grader.model import Attempts, Credit, Grading, Late
from grader.policy import applied
from grader.report import render
from grader.report.audience import for_student

from .report.reports import check, report

DEADLINE = datetime(2026, 12, 1, 18)
PER_DAY = Late(deadline=DEADLINE, off=0.1, grace_minutes=15, never_below=0.5, until=DEADLINE + timedelta(days=9))
PER_HOUR = Late(deadline=DEADLINE, off=0.25, per="hour")
BY_THE_PLATFORM = Late(off=0.2)
EACH = "each day that has begun costs 10%"


def made(score=8.0, statuses=("passed", "failed")):
    """Return a report of 10 points."""
    results = tuple(check(str(number), "x", status, 5) for number, status in enumerate(statuses))
    return report(score=score, max_score=10, results=results)


@pytest.mark.parametrize(
    ("policy", "after", "late", "score", "reason"),
    [
        (PER_DAY, timedelta(0), False, 8, ""),
        (PER_DAY, timedelta(minutes=15), True, 8, ""),
        (PER_DAY, timedelta(minutes=15, seconds=1), False, 7.2, f"It came 1 day late, and {EACH}"),
        (PER_DAY, timedelta(days=1), False, 7.2, f"It came 1 day late, and {EACH}"),
        (PER_DAY, timedelta(days=1, seconds=1), False, 6.4, f"It came 2 days late, and {EACH}"),
        (PER_DAY, timedelta(days=7), False, 4, f"It came 7 days late, and {EACH}, to no less than 50%"),
        (PER_DAY, timedelta(days=9), False, 4, f"It came 9 days late, and {EACH}, to no less than 50%"),
        (
            PER_DAY,
            timedelta(days=9, seconds=1),
            False,
            0,
            "It came after 2026-12-10 18:00, when nothing was accepted any more",
        ),
        (PER_DAY, None, True, 7.2, "It came late, by how much is not known; one day costs 10%"),
        (PER_DAY, None, False, 8, ""),
        (PER_HOUR, timedelta(minutes=61), False, 4, "It came 2 hours late, and each hour that has begun costs 25%"),
        (PER_HOUR, timedelta(days=3), False, 0, "It came 72 hours late, and each hour that has begun costs 25%"),
        (BY_THE_PLATFORM, timedelta(days=3), True, 6.4, "It came late, by how much is not known; one day costs 20%"),
        (BY_THE_PLATFORM, timedelta(days=3), False, 8, ""),
    ],
)
def test_coming_late_costs_a_part_of_the_points(policy, after, late, score, reason):
    """For each day or hour that has begun, after the grace, to no less than a part, and nothing after the end."""
    when = DEADLINE + after if after is not None else None
    found = applied(made(), Grading(late=policy), late=late, when=when)
    assert found.score == score
    assert [(step.policy, step.before, step.after, step.reason) for step in found.adjustments] == (
        [("late", 8, score, reason)] if reason else []
    )


@pytest.mark.parametrize(
    ("statuses", "score"),
    [
        (("passed", "passed"), 8),
        (("passed", "failed"), 0),
        (("passed", "skipped"), 0),
        (("passed", "error"), 8),
        (("failed", "error"), 0),
    ],
)
def test_all_or_nothing(statuses, score):
    """A check without an answer, by the grader's own fault, costs no other points."""
    assert applied(made(statuses=statuses), Grading(credit=Credit(points="all"))).score == score


@pytest.mark.parametrize(
    ("score", "step", "rounded"),
    [(6.25, 0.5, 6.5), (6.24, 0.5, 6), (6.5, 1, 7), (0.3, 0.1, 0.3), (9.9, 4, 8), (10, 3, 9), (9.6, 6, 10)],
)
def test_points_are_rounded_half_up(score, step, rounded):
    """To multiples of a step, and never above what there is to earn."""
    assert applied(made(score), Grading(credit=Credit(step=step))).score == rounded


def test_policies_come_one_after_the_other_and_each_is_told():
    """Score before, after, and why, in words and as data; a program that passed has passed, late or not."""
    grading = Grading(late=PER_DAY, credit=Credit(points="all", step=0.5), attempts=Attempts())
    found = applied(made(10, ("passed", "passed")), grading, when=DEADLINE + timedelta(hours=3))
    assert [(step.policy, step.before, step.after) for step in found.adjustments] == [("late", 10, 9)]
    text = " ".join(render(found, "plain").split())
    assert "Passed: 9 of 10 points " in text
    assert "It came 1 day late, and each day that has begun costs 10%: 9 points in place of 10." in text
    assert for_student(found).adjustments == found.adjustments


def test_what_the_rule_of_the_half_took_is_told_apart():
    """It comes before every policy."""
    capped = replace(made(5, ("passed", "failed")), capped=True)
    text = " ".join(render(applied(capped, Grading(late=BY_THE_PLATFORM), late=True), "plain").split())
    assert "gets at most half of 10: 5." in text
    assert "4 points in place of 5." in text


@pytest.mark.parametrize(
    "format_", ["brief", "terminal", "plain", "spoken", "html", "concise", "csv", "github", "markdown", "gradescope"]
)
def test_every_format_for_people_and_tables_says_why_the_score_is_another_one(format_):
    """What the rule of the half took, and what a policy did."""
    capped = replace(made(5, ("passed", "failed")), capped=True)
    text = render(applied(capped, Grading(late=BY_THE_PLATFORM), late=True), format_, width=400)
    plain = text.replace("\\", "")  # Markdown has its signs escaped
    assert "gets at most half of 10: 5." in plain
    assert "4 points in place of 5." in plain


def test_without_a_policy_nothing_changes():
    """Not even the report."""
    assert applied(made(), Grading()) == made()
