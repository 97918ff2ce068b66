"""`grading.toml`: what it says, what is wrong with it, and where it is looked for."""

from datetime import UTC, datetime

import pytest

from grader.errors import ExerciseError, NotFoundError
from grader.grading import checks_of, decided, load_grading
from grader.model import OPEN, Attempts, Credit, Decision, Grading, Late, Showing


@pytest.fixture
def read(tmp_path):
    """Read a text for 02_gather."""

    def read(text, exercise="02_gather"):
        path = tmp_path / "grading.toml"
        path.write_text(text, "utf-8")
        return load_grading(path, exercise)

    return read


def test_an_empty_file_decides_nothing(read):
    """But what holds without one: added checks are hidden."""
    found = read("")
    assert (found.checks, found.added) == ({}, Showing(visibility="hidden", detail="verdict"))
    assert found.added == Grading().added


SHOWN = {
    'visibility = "visible"': Showing(),
    'detail = "cause"': Showing(detail="cause"),
    'visibility = "hidden"': Showing(visibility="hidden", detail="verdict"),
    'visibility = "hidden"\ndetail = "cause"': Showing(visibility="hidden", detail="cause"),
    "visible_from = 2026-12-01T18:00:00Z": Showing(
        visibility="hidden", visible_from=datetime(2026, 12, 1, 18, tzinfo=UTC), detail="full"
    ),
    'visible_from = 2026-12-01T18:00:00Z\ndetail = "verdict"': Showing(
        visibility="hidden", visible_from=datetime(2026, 12, 1, 18, tzinfo=UTC), detail="verdict"
    ),
}


@pytest.mark.parametrize("text", SHOWN)
def test_what_students_are_told_of_a_check(read, text):
    """A hidden one shows its verdict, another one everything, unless it is said otherwise."""
    assert read(f"[checks.test_a]\n{text}").checks["test_a"].over(OPEN) == SHOWN[text]


def test_what_is_not_said_of_an_added_check_is_as_of_the_others(read):
    """It stays hidden where only its detail is said."""
    found = read('[checks.test_a]\ndetail = "cause"')
    assert found.checks["test_a"].over(found.added) == Showing(visibility="hidden", detail="cause")
    assert found.checks["test_a"].over(OPEN) == Showing(detail="cause")


def test_a_time_without_a_zone_is_one_of_this_machine(read):
    """It is the same moment on the machine that reads it."""
    found = read("[checks.test_a]\nvisible_from = 2026-12-01T18:00:00").checks["test_a"].visible_from
    assert found == datetime(2026, 12, 1, 18).astimezone()


def test_what_is_said_of_one_exercise_comes_first(read):
    """Table by table; of checks name by name; other exercises are left alone."""
    text = """
    [added]
    detail = "cause"
    [checks.test_a]
    [checks.test_b]
    [exercises.02_gather.added]
    visibility = "visible"
    [exercises.02_gather.checks.test_b]
    detail = "verdict"
    """
    assert read(text).added == Showing()
    assert read(text).checks == {"test_a": Decision(), "test_b": Decision(detail="verdict")}
    assert read(text, "03_chain").added == Showing(visibility="hidden", detail="cause")
    assert read(text, "03_chain").checks == {"test_a": Decision(), "test_b": Decision()}


def test_policies_are_read(read):
    """Table by table, those of an exercise in place of those for all."""
    found = read(
        """
        [late]
        deadline = 2026-12-01T18:00:00
        off = 0.1
        [attempts]
        most = 3
        [exercises.02_gather.credit]
        points = "all"
        step = 0.5
        [exercises.03_chain.late]
        off = 1
        """
    )
    assert found.late == Late(deadline=datetime(2026, 12, 1, 18), off=0.1)
    assert (found.attempts, found.credit) == (Attempts(most=3), Credit(points="all", step=0.5))


MISTAKES = {
    "[late]": "Object missing required field `off`",
    "[late]\noff = 10": "Expected `float` <= 1.0 at late.off, which is 10",
    '[late]\noff = 0.1\nper = "week"': "Invalid enum value 'week' at late.per, which is 'week'",
    "[late]\noff = 0.1\ndeadline = 2026-12-01T18:00:00Z": "Expected `datetime` with no timezone component at late.d",
    "[late]\noff = 0.1\nuntil = 2026-12-01T18:00:00": "late.until is 2026-12-01 18:00:00, and needs a deadline",
    "[attempts]\nmost = 0": "Expected `int` >= 1 at attempts.most, which is 0",
    "[credit]\nstep = 0": "Expected `float` > 0.0 at credit.step, which is 0",
    '[exercises.02_gather.credit]\npoints = "some"': "Invalid enum value 'some' at exercises.02_gather.credit.points",
    "[late": "is not TOML: Expected ']' at the end of a table declaration (at end of document)",
    "[hidden]": "Object contains unknown field `hidden`",
    "[checks.test_a]\nhidden = true": "Object contains unknown field `hidden` at checks.test_a",
    '[checks.test_a]\nvisibility = "x"': "Invalid enum value 'x' at checks.test_a.visibility, which is 'x'",
    '[added]\ndetail = "all"': "Invalid enum value 'all' at added.detail, which is 'all'",
    "[checks]\ntest_a = 3": "Expected `object`, got `int` at checks.test_a",
    "[exercises.02_gather]\nx = 1": "Object contains unknown field `x` at exercises.02_gather",
    "[exercises.03_chain]\nx = 1": "Object contains unknown field `x` at exercises.03_chain",
    "[checks.test_a]\nvisible_from = 2026-12-01": "Expected `datetime | null`, got `date` at checks.test_a.visi",
    "[added]\ndetail = 'full'": "added is hidden, and its detail is 'full': say 'cause' or 'verdict'",
    '[exercises.02_gather.checks.test_a]\nvisibility = "visible"\nvisible_from = 2026-12-01T18:00:00Z': (
        "exercises.02_gather.checks.test_a is visible, and has a visible_from: say one of them"
    ),
}


@pytest.mark.parametrize("text", MISTAKES)
def test_what_is_wrong_is_told(read, tmp_path, text):
    """With the file, the key and the value."""
    with pytest.raises(ExerciseError) as caught:
        read(text)
    assert str(caught.value).startswith(f"{tmp_path / 'grading.toml'}: {MISTAKES[text]}")
    assert caught.value.exit_code == 4


def test_checks_lie_in_a_folder_called_as_the_exercise_or_in_the_folder_itself(tmp_path):
    """A folder for several exercises may have none for one of them."""
    with pytest.raises(NotFoundError, match="no folder"):
        checks_of(tmp_path / "x", "02_gather")
    with pytest.raises(NotFoundError, match=r"there is no test_\*\.py in"):
        checks_of(tmp_path, "02_gather")
    (tmp_path / "03_chain").mkdir()
    (tmp_path / "03_chain" / "test_more.py").touch()
    assert checks_of(tmp_path, "02_gather") is None
    assert checks_of(tmp_path, "03_chain") == tmp_path / "03_chain"
    (tmp_path / "test_more.py").touch()
    assert checks_of(tmp_path, "02_gather") == tmp_path
    assert checks_of(tmp_path, "03_chain") == tmp_path / "03_chain"


def test_the_file_that_is_given_comes_before_one_beside_the_checks_or_the_course(tmp_path):
    """One beside the exercise counts only where a course is; elsewhere a learner may have put it there."""
    exercise, checks = tmp_path / "exercises" / "02_gather", tmp_path / "private"
    for folder in (exercise, checks):
        folder.mkdir(parents=True)
    (checks / "test_more.py").touch()
    for number, path in enumerate((exercise.parent / "grading.toml", checks / "grading.toml", tmp_path / "given.toml")):
        path.write_text(f"[checks.test_{number}]\n", "utf-8")

    def names(given, added):
        return list(decided(given, added, exercise)[1].checks)

    assert names(None, None) == []
    (exercise.parent / "course.toml").touch()
    assert names(None, None) == ["test_0"]
    assert names(None, checks) == ["test_1"]
    assert names(tmp_path / "given.toml", checks) == ["test_2"]
    with pytest.raises(NotFoundError, match="no file"):
        names(tmp_path / "missing.toml", checks)
