"""result.json as the runner of Classroom 50 takes it: its rules (runner.py, result-v1.schema.json) as a table."""

import json
import re
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st
from msgspec import structs

from grader.errors import UsageError
from grader.report import render
from grader.report.exchange import classroom50

from .reports import ALL, check, passed, report, sequential

KEYS = [
    *("schema", "classroom", "assignment", "submission", "commit", "release", "review", "datetime"),
    *("score", "max-score", "tests"),
]
UTC_TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"


def whole(value):
    """Tell whether this is a whole number of points; a boolean is none."""
    return type(value) is int and value >= 0


def scored(data):
    """Tell whether points are whole, and no more than there are to earn."""
    return whole(data["score"]) and whole(data["max-score"]) and data["score"] <= data["max-score"]


RULES = {
    "no other key on top": lambda data: list(data) == KEYS,
    "the schema": lambda data: data["schema"] == "classroom50/result/v1",
    "texts that are not empty": lambda data: all(type(data[key]) is str and data[key] for key in KEYS[1:8]),
    "a tag of a submission": lambda data: data["submission"].startswith("submit/"),
    "a time in UTC": lambda data: re.fullmatch(UTC_TIME, data["datetime"]) is not None,
    "points in whole numbers": scored,
    "four keys a test": lambda data: all(
        list(test) == ["test-name", "passed", "score", "max-score"] for test in data["tests"]
    ),
    "tests with a name": lambda data: all(
        type(test["test-name"]) is str and test["test-name"] for test in data["tests"]
    ),
    "tests that passed or not": lambda data: all(type(test["passed"]) is bool for test in data["tests"]),
    "points of tests in whole numbers": lambda data: all(map(scored, data["tests"])),
    "tests that add up to the score": lambda data: data["score"] == sum(test["score"] for test in data["tests"]),
    "tests that add up to the most": lambda data: data["max-score"] == sum(test["max-score"] for test in data["tests"]),
}
BREACHES = {
    "no other key on top": {"more": 1},
    "the schema": {"schema": "classroom50/result/v2"},
    "texts that are not empty": {"release": ""},
    "a tag of a submission": {"submission": "v1"},
    "a time in UTC": {"datetime": "2026-11-22 08:00"},
    "points in whole numbers": {"score": 4.0},
    "four keys a test": {"tests": [{"test-name": "a", "passed": True, "score": 4}]},
    "tests with a name": {"tests": [{"test-name": "", "passed": True, "score": 4, "max-score": 8}]},
    "tests that passed or not": {"tests": [{"test-name": "a", "passed": 1, "score": 4, "max-score": 8}]},
    "points of tests in whole numbers": {"tests": [{"test-name": "a", "passed": True, "score": 9, "max-score": 8}]},
    "tests that add up to the score": {"tests": [{"test-name": "a", "passed": True, "score": 3, "max-score": 8}]},
    "tests that add up to the most": {"max-score": 9},
}


def written(made):
    """Return what is written of a report."""
    return json.loads(render(made, "classroom50"))


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("name", ALL)
def test_every_report_keeps_every_rule(name, rule):
    """Whatever is in it."""
    assert RULES[rule](written(ALL[name]()))


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_can_be_broken(rule):
    """A rule that nothing breaks would prove nothing."""
    data = written(sequential())
    assert RULES[rule](data)
    assert not RULES[rule](data | BREACHES[rule])


def test_who_and_when_come_from_the_runner(runner):
    """The time is that of the tag, so that the same submission gives the same bytes."""
    data = written(passed())
    assert [data[key] for key in ("classroom", "assignment", "submission", "commit", "release", "review")] == [
        *runner.values()
    ]
    assert data["datetime"] == "2026-11-22T08:00:00Z"


def test_where_there_is_nothing_to_compare_the_commit_is_reviewed(monkeypatch, runner):
    """As the runner does it."""
    monkeypatch.delenv("REVIEW_URL")
    assert written(passed())["review"] == runner["COMMIT_URL"]


def test_what_is_missing_in_the_environment_is_named(monkeypatch):
    """All of it at once."""
    monkeypatch.delenv("CLASSROOM")
    monkeypatch.setenv("RELEASE_URL", " ")
    with pytest.raises(UsageError, match="needs CLASSROOM, RELEASE_URL in the environment"):
        written(passed())


# --- points ---


def points(made):
    """Return (score, most, scores of tests, most of tests)."""
    data = written(made)
    tests = data["tests"]
    return data["score"], data["max-score"], [t["score"] for t in tests], [t["max-score"] for t in tests]


def graded(score, *earned_of):
    """Return a report with checks that gave so many points of so many."""
    results = tuple(
        structs.replace(check(str(n), f"check {n}", "passed" if earned == most else "failed", most), points=earned)
        for n, (earned, most) in enumerate(earned_of)
    )
    return report(score=score, max_score=sum(most for _, most in earned_of), results=results)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (graded(5, (3, 3), (2, 2), (0, 3)), (5, 8, [3, 2, 0], [3, 2, 3])),
        (graded(2.5, (2.5, 2.5), (0, 5.5)), (5, 16, [5, 0], [5, 11])),
        (graded(0.3, (0.1, 0.1), (0.2, 0.2), (0, 0.7)), (3, 10, [1, 2, 0], [1, 2, 7])),
        (graded(2 / 3, (1 / 3, 1 / 3), (1 / 3, 1 / 3), (0, 1 / 3)), (2, 3, [1, 1, 0], [1, 1, 1])),
        (graded(4, (3, 3), (2, 2), (0, 3)), (4, 8, [2, 2, 0], [3, 2, 3])),
        (graded(3.5, (3, 3), (3, 3), (0, 1)), (3, 7, [2, 1, 0], [3, 3, 1])),
        (graded(7, (3, 3), (4, 4)), (7, 7, [3, 4], [3, 4])),
        (graded(6.99, (3, 3), (3.99, 4)), (6, 7, [3, 3], [3, 4])),
        (graded(0, (0, 3), (0, 4)), (0, 7, [0, 0], [3, 4])),
        (graded(0), (0, 0, [], [])),
    ],
    ids=["whole", "halves", "tenths", "thirds", "capped", "half of 7", "all", "nearly all", "nothing", "no check"],
)
def test_points_become_whole_numbers_that_add_up(made, expected):
    """Counted in the part of a point that all checks are multiples of; a rest is rounded down, and never up to full."""
    assert points(made) == expected


@given(st.data())
def test_any_total_is_shared_out_in_whole_numbers(data):
    """None above its limit, all of the total, and nothing to a check without points."""
    limits = data.draw(st.lists(st.integers(0, 20), min_size=1, max_size=8))
    earned = [Fraction(data.draw(st.integers(0, limit * 4)), 4) for limit in limits]
    total = data.draw(st.integers(0, int(sum(earned))))
    given_ = classroom50.shared(total, earned, limits)
    assert sum(given_) == total
    assert all(0 <= one <= limit for one, limit in zip(given_, limits, strict=True))
    assert not any(one and not part for one, part in zip(given_, earned, strict=True))
