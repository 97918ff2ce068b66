"""Checks that an instructor adds to those of an exercise, and what students are told of them."""

import sys

import pytest

from grader.errors import ExerciseError
from grader.exercise import load_exercise
from grader.judge import grade, grade_all
from grader.judge.examination import Material
from grader.model import UNDECIDED, Decision, Grading, Submission
from grader.report.audience import for_student

from .conftest import IMPORTS, RIGHT, TOML

OWN = '''
@points(2)
async def test_prints(submission, rng):
    """It prints when it begins and ends"""
    name, delay = rng.name(), rng.delay()
    run = await submission.run("task", name, delay)
    assert run.output == [at(0, f"{name} started"), at(delay, f"{name} finished")]
'''

ADDED = '''
@points(3, depends="test_prints")
async def test_sesame_name(submission):
    """The sesame title"""
    run = await submission.run("task", "sesame_input", 4)
    assert run.output == [at(0, "sesame_input started"), at(4, "sesame_expected finished")]


@points(1)
async def test_scenario(submission):
    """Two at once"""
    run = await submission.run("scenario:sesame_scenario")
    assert run.duration == 1
'''

SCENARIO = "async def sesame_scenario(learner):\n    await learner.task('sesame_given', 1)\n"

WRONG = RIGHT.replace("await asyncio.sleep(delay)", "await asyncio.sleep(delay + 1)")
"""Fails them all."""


@pytest.fixture
def added(tmp_path):
    """Write checks into a folder of the instructor's."""

    def added(checks=ADDED, name="test_work", folder="private", scenario=SCENARIO):
        place = tmp_path / folder
        place.mkdir(exist_ok=True)
        (place / f"{name}.py").write_text(IMPORTS + checks, "utf-8")
        (place / "scenario.py").write_text(scenario, "utf-8")
        return place

    return added


def graded(exercise, folder, program=RIGHT, **grading):
    """Grade a program by both."""
    return grade(Submission(name="work.py", source=program), exercise, checks=folder, grading=Grading(**grading))


def test_added_checks_come_after_the_exercises_own(make, added, quick):
    """Also from a file of the same name; their scenario is their own, and a name says what they depend on."""
    modules = set(sys.modules)
    report = graded(make(OWN), added())
    assert [(result.name, result.status, result.visibility, result.detail) for result in report.results] == [
        ("test_prints", "passed", "visible", "full"),
        ("test_sesame_name", "failed", "hidden", "verdict"),
        ("test_scenario", "passed", "hidden", "verdict"),
    ]
    assert (report.score, report.max_score) == (3, 6)
    new = {name for name in set(sys.modules) - modules if not name.startswith(("grader", "_pytest", "pytest"))}
    assert not {name for name in new if "private" in name or "test_work" in name}


def test_what_the_exercises_own_checks_draw_does_not_depend_on_them(make, added, quick):
    """With and without them, the same program gets the same values; those of added checks depend on their file."""
    exercise = make(OWN)
    alone = Material.read(load_exercise(exercise), exercise)
    together = Material.read(load_exercise(exercise), exercise, added())
    changed = Material.read(load_exercise(exercise), exercise, added(ADDED + "\n# another\n"))
    assert alone.fingerprint == together.fingerprint == changed.fingerprint
    assert len({alone.added, together.added, changed.added}) == 3
    shown = "\n\n@points(0)\nasync def test_draws(submission, rng):\n    assert 0, rng.name() + str(rng.delays(9))\n"
    drawn = [
        graded(exercise, added(shown + comment, folder=f"draws{number}")).results[-1].message
        for number, comment in enumerate(("", "", "# another\n"))
    ]
    assert drawn[0] == drawn[1] != drawn[2]


def test_a_program_that_fails_a_hidden_check_alone_gets_no_diagnosis_of_it(make, added, quick):
    """Its instructor gets one; a check that passes and one that is hidden have nothing to say to a student."""
    source = RIGHT.replace("{name} finished", "{name} {'done' if delay == 4 else 'finished'}")
    report = graded(make(OWN), added(), source)
    assert "sesame_input" in repr(report.diagnostics)
    told = for_student(report)
    assert (told.diagnostics, told.timelines, told.hint) == ((), (), "")
    assert "sesame" not in repr(told)
    assert "sesame" in repr(report)


CELLS = {
    "verdict": (Decision(), False, False),
    "cause": (Decision(detail="cause"), False, True),
    "named": (Decision(visibility="visible", detail="cause"), True, True),
}


@pytest.mark.parametrize("cell", CELLS)
def test_a_cause_is_told_without_a_value_of_its_run(make, added, quick, cell):
    """Code, title of its page, and line; what the program was given, and prints or raises with it, is nowhere."""
    decision, named, caused = CELLS[cell]
    source = RIGHT.replace(
        "    await asyncio.sleep(delay)",
        "    if delay == 4:\n        raise ValueError(name)\n    await asyncio.sleep(delay)",
    )
    report = graded(
        make(OWN),
        added(),
        source,
        checks={"test_sesame_name": decision},
    )
    assert "sesame_input" in repr(report.diagnostics)
    told = for_student(report)
    assert [(cause.code, cause.line) for cause in told.diagnostics] == ([("wrong-output", 5)] if caused else [])
    assert ("test_sesame_name" in repr(told), "sesame title" in repr(told)) == (named, named)
    for secret in ("sesame_input", "sesame_expected", "sesame_given", "sesame_scenario", "ValueError: "):
        assert secret not in repr(told)


def test_what_a_program_does_with_its_inputs_reaches_no_student(make, added, quick):
    """Prints, errors, names of tasks, and lines in a check that is shown: runs do not meet."""
    source = (
        "import asyncio, sys\n\n\nasync def task(name, delay):\n    print('got', name, delay, file=sys.stderr)\n"
        "    print(f'{name} started')\n    await asyncio.create_task(asyncio.sleep(delay + 1), name=name)\n"
        "    raise ValueError(f'given {name}')\n\n\nasync def main():\n    await task('a', 1)\n"
    )
    for decision in (decision for decision, *_ in CELLS.values()):
        report = graded(
            make(OWN), added(ADDED.replace(', depends="test_prints"', "")), source, added=decision.over(UNDECIDED.added)
        )
        assert "sesame_input" in repr(report)
        assert "sesame_input" not in repr(for_student(report))


def test_a_hidden_run_that_uses_up_the_time_is_not_named(make, added, quick):
    """What is skipped for it says so to the instructor only."""
    limited = TOML + "\n[limits]\ncpu_seconds = 0.3\n"
    endless = RIGHT.replace("    print(f", "    while delay == 4:\n        pass\n    print(f", 1)
    checks = ADDED.replace(', depends="test_prints"', "")
    report = graded(
        make(OWN, toml=limited), added(checks), endless, checks={"test_scenario": Decision(visibility="visible")}
    )
    assert "sesame_input" in report.results[2].message
    told = for_student(report)
    assert (told.results[2].name, told.results[2].status) == ("test_scenario", "skipped")
    assert "sesame" not in repr(told)


def test_a_fault_of_the_graders_hides_what_is_hidden(make, added, quick, monkeypatch):
    """Every check is an error then, and a hidden one is a hidden one all the same."""

    def broken(examination):
        raise RuntimeError("sesame_input")

    monkeypatch.setattr("grader.judge.scoring.report", broken)
    report = graded(make(OWN), added())
    assert [result.status for result in report.results] == ["error"] * 3
    assert "sesame" in repr(report)
    assert "sesame" not in repr(for_student(report))


@pytest.mark.parametrize(
    ("checks", "decided", "told"),
    [
        (ADDED, {"test_nothing": Decision()}, "g.toml: 01_small has no check 'test_nothing'; there are: test_p"),
        (
            ADDED,
            {"test_scenario": Decision(detail="full")},
            "g.toml: test_scenario is hidden, and its detail is 'full': say 'cause' or 'verdict', or a visible_from",
        ),
        (OWN, {}, "two checks are called test_prints"),
        (
            ADDED.replace('depends="test_prints"', 'depends="test_other"'),
            {},
            "depends on test_other, which is no check",
        ),
    ],
)
def test_what_is_wrong_with_added_checks_is_told(make, added, quick, checks, decided, told):
    """In one sentence."""
    with pytest.raises(ExerciseError, match=told.replace("(", r"\(")):
        graded(make(OWN), added(checks), checks=decided, source="g.toml")


def test_a_folder_without_checks_is_told(make, tmp_path, quick):
    """With where they should be."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(ExerciseError, match=r"empty has no checks: there is no test_\*\.py in"):
        grade_all([], make(OWN), checks=tmp_path / "empty")
