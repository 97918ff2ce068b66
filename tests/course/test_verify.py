"""An exercise is proved with programs whose verdict is known; each kind of problem is found and named."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.course.verify import Proof, programs, verify
from grader.errors import ExerciseError
from grader.judge import grade_all

TOML = """
title = "Wait a second"
concept = "A coroutine waits."
file = "work.py"
hints = ["What lets others run meanwhile?"]

[[entry_points]]
name = "main"
"""

STUB = 'async def main():\n    """Print, wait a second, print."""\n    # TODO\n'

RIGHT = """
import asyncio


async def main():
    print("on your marks")
    await asyncio.sleep(1)
    print("go")
"""

BLOCKS = """# fails: test_never_blocks
# diagnosis: blocking-call
# Sleeps on the event loop's thread.

import time


async def main():
    print("on your marks")
    time.sleep(1)
    print("go")
"""

SAYS_LITTLE = """# fails: test_prints
# diagnosis: wrong-output

import asyncio


async def main():
    await asyncio.sleep(1)
    print("go")
"""

RIGHTLY_REJECTED = {"blocks": BLOCKS, "says_little": SAYS_LITTLE}

CHECKS = '''
from grader import at, points


@points(2)
async def test_prints(submission):
    """The program prints two lines, a second apart"""
    run = await submission.run("main")

    assert run.output == [at(0, "on your marks"), at(1, "go")]


@points(0, depends=test_prints, evidence="reported")
async def test_never_blocks(submission):
    """Nothing blocks the event loop"""
    run = await submission.run("main")

    assert run.blocking == []
'''


@pytest.fixture
def write(tmp_path) -> Callable[..., Path]:
    """Write an exercise with its solutions, right in every way but for what a test changes; return its folder."""

    def write(
        *,
        checks: str = CHECKS,
        toml: str = TOML,
        stub: str = STUB,
        solution: str | None = RIGHT,
        accepted: dict[str, str] | None = None,
        rejected: dict[str, str] | None = None,
    ) -> Path:
        exercise, solutions = tmp_path / "exercises" / "01_wait", tmp_path / "solutions" / "01_wait"
        files = {
            exercise / "exercise.toml": toml,
            exercise / "test_work.py": checks,
            exercise / "work.py": stub,
            solutions / "work.py": solution,
        }
        files |= {solutions / "accepted" / f"{name}.py": text for name, text in (accepted or {"plain": RIGHT}).items()}
        files |= {
            solutions / "rejected" / f"{name}.py": text
            for name, text in (RIGHTLY_REJECTED if rejected is None else rejected).items()
        }
        for path, text in files.items():
            if text is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
        return exercise

    return write


def problems(folder: Path) -> dict[str, str]:
    """Return what is not as it must be, by program or check."""
    return {proof.name: proof.problem for proof in verify(folder) if not proof.holds}


def test_an_exercise_in_which_all_is_as_it_must_be(write):
    """Every program and every check has its proof, and each of them holds."""
    told: list[Proof] = []
    proofs = verify(write(), on_result=told.append)
    assert told == proofs
    assert [(proof.kind, proof.name, proof.score, proof.max_score, proof.caught_by) for proof in proofs] == [
        ("stub", "work.py", 0, 2, "test_prints"),
        ("solution", "work.py", 2, 2, ""),
        ("accepted", "accepted/plain.py", 2, 2, ""),
        ("rejected", "rejected/blocks.py", 1, 2, "test_never_blocks"),
        ("rejected", "rejected/says_little.py", 0, 2, "test_prints"),
        ("check", "test_prints", 1, 2, "rejected/says_little.py"),
        ("check", "test_never_blocks", 1, 2, "rejected/blocks.py"),
    ]
    assert [proof.problem for proof in proofs if not proof.holds] == []


def test_an_accepted_program_that_fails_is_found(write):
    """A right program failed is the worst that an exercise can do."""
    found = problems(write(accepted={"loud": RIGHT.replace('"go"', '"GO"')}))
    assert list(found) == ["accepted/loud.py"]
    assert found["accepted/loud.py"].startswith("must pass, but failed test_prints: `go` was not printed")


def test_a_solution_that_fails_is_found(write):
    """As for every other right program."""
    found = problems(write(solution=RIGHT.replace("(1)", "(2)")))
    assert found["work.py"].startswith("must pass, but failed test_prints: `go` was printed at t=2 s, not at t=1 s")


def test_a_check_that_skips_the_solution_is_found(write):
    """Nothing was proved by it."""
    skips = CHECKS.replace(
        "    assert run.blocking == []",
        "    import pytest\n    if not run.blocking:\n        pytest.skip()\n    assert run.blocking == []",
    )
    found = problems(write(checks=skips))
    assert found["work.py"] == found["accepted/plain.py"] == "must pass, but test_never_blocks was skipped"


def test_a_rejected_program_that_passes_is_found(write):
    """With the check that ought to have caught it, the points, and the diagnostic that it did not get."""
    passes = RIGHT.replace("\n", "# fails: test_prints\n# diagnosis: blocking-call\n", 1)
    found = problems(write(rejected={**RIGHTLY_REJECTED, "passes": passes}))
    assert found == {
        "rejected/passes.py": "must earn at most half, but earned 2 of 2; must fail test_prints, but failed nothing; "
        "must get blocking-call, but got no diagnostic"
    }


def test_a_header_that_names_the_wrong_check_is_found(write):
    """The check named must be one that fails."""
    found = problems(write(rejected={**RIGHTLY_REJECTED, "blocks": BLOCKS.replace("test_never_blocks", "test_prints")}))
    assert found == {
        "rejected/blocks.py": "must fail test_prints, but failed test_never_blocks",
    }


def test_a_header_that_names_the_wrong_diagnostic_is_found(write):
    """The diagnostic named must be the root cause, not one among others."""
    found = problems(write(rejected={**RIGHTLY_REJECTED, "blocks": BLOCKS.replace("blocking-call", "cpu-bound")}))
    assert list(found) == ["rejected/blocks.py"]
    assert found["rejected/blocks.py"].startswith("must get cpu-bound, but got blocking-call")


@pytest.mark.parametrize("line", ["# fails: test_never_blocks\n", "# diagnosis: blocking-call\n"])
def test_a_header_that_is_not_whole_is_found(write, line):
    """It names the check and the diagnostic."""
    found = problems(write(rejected={**RIGHTLY_REJECTED, "blocks": BLOCKS.replace(line, "")}))
    assert list(found) == ["rejected/blocks.py"]
    assert found["rejected/blocks.py"].startswith("its header must name the check")


def test_a_header_further_down_is_none(write):
    """What a program says of itself later is a comment of its own."""
    below = BLOCKS.partition("\n\n")[2] + "\n\n" + "\n".join(BLOCKS.splitlines()[:2]) + "\n"
    found = problems(write(rejected={**RIGHTLY_REJECTED, "below": below}))
    assert found["rejected/below.py"].startswith("its header must name the check")


def test_the_header_is_kept_from_the_grader(write, monkeypatch):
    """The text that is graded says nothing of the verdict, and its lines keep their numbers."""
    graded = []

    def keep(submissions, folder, **options):
        graded.extend(submission.source for submission in submissions)
        return grade_all(submissions, folder, **options)

    monkeypatch.setattr(sys.modules["grader.course.verify"], "grade_all", keep)
    verify(write())
    blocks = next(source for source in graded if "time.sleep" in source)
    assert "test_never_blocks" not in blocks
    assert "blocking-call" not in blocks
    assert blocks.splitlines()[2:] == BLOCKS.splitlines()[2:]


def test_a_check_that_nothing_fails_is_found(write):
    """It proves nothing."""
    idle = (
        CHECKS + '\n\n@points(1)\nasync def test_is_there(submission):\n    """It is there"""\n    assert submission\n'
    )
    found = problems(write(checks=idle))
    assert found["test_is_there"] == "no rejected program fails it, so it proves nothing"


def test_a_stub_that_earns_is_found(write):
    """Nothing earns nothing; a check that hangs on no evidence of work gives points for a stub."""
    generous = CHECKS.replace('@points(0, depends=test_prints, evidence="reported")', "@points(1)")
    generous = generous.replace("run.blocking == []", "run.returned == None")
    found = problems(write(checks=generous))
    assert found["work.py"] == "must earn nothing, but earned 1"


def test_a_stub_that_is_a_solution_is_found(write):
    """The stub was never emptied."""
    found = problems(write(stub=RIGHT))
    assert found["work.py"] == (
        "must earn nothing, but earned 2; must earn at most half, but earned 2 of 2; "
        "must get unfinished-stub, but got no diagnostic"
    )


def test_a_check_that_goes_wrong_is_found_wherever_it_does(write):
    """An error of a check is not a failure of a program, right or wrong."""
    wrong = CHECKS.replace("    assert run.blocking == []", "    assert run.blocknig == []")
    found = problems(write(checks=wrong))
    assert found["accepted/plain.py"].startswith("a check went wrong: test_never_blocks: AttributeError")
    assert found["rejected/blocks.py"].startswith("a check went wrong: test_never_blocks: AttributeError")


def test_an_exercise_without_hints_is_found(write):
    """A learner who is stuck must be asked something."""
    found = problems(write(toml=TOML.replace('hints = ["What lets others run meanwhile?"]\n', "")))
    assert found == {"exercise.toml": "has no hints"}


def test_without_rejected_programs_no_check_proves_anything(write):
    """Each of them is named."""
    found = problems(write(rejected={}))
    assert list(found) == ["test_prints", "test_never_blocks"]


def test_an_exercise_without_solution_is_refused(write):
    """There is nothing to prove it with; the file that is missing is named."""
    with pytest.raises(
        ExerciseError, match=r"01_wait has no reference solution: there is no .*solutions/01_wait/work\.py"
    ):
        verify(write(solution=None))


def test_checks_that_cannot_be_collected_are_refused(write):
    """With the reason."""
    with pytest.raises(ExerciseError, match="nothing_of_that_name"):
        verify(write(checks="import nothing_of_that_name\n"))


def test_the_programs_are_listed_in_order(write):
    """Stub, solution, accepted, rejected; by name within each."""
    folder = write(accepted={"b": RIGHT, "a": RIGHT}, rejected={"c": BLOCKS})
    assert [(kind, path.name) for kind, path in programs(folder)] == [
        ("stub", "work.py"),
        ("solution", "work.py"),
        ("accepted", "a.py"),
        ("accepted", "b.py"),
        ("rejected", "c.py"),
    ]


def test_a_lie_of_a_runner_wins_no_points(write):
    """A check that gives points for what the judge saw, and takes them for what it was told, gives them to a liar."""
    believes = CHECKS.replace('points(0, depends=test_prints, evidence="reported")', "points(1, depends=test_prints)")
    folder = write(
        checks=believes.replace("    assert run.blocking", "    assert run.duration == 1\n    assert run.blocking")
    )
    assert problems(folder) == {
        "rejected/blocks.py": "a lie of its runner's wins test_never_blocks: "
        "its points must rest on what the judge sees for itself"
    }


def test_what_only_a_process_itself_can_tell_of_is_said(write):
    """Not of a program whose fault the judge sees."""
    told = {proof.name: proof.remarks for proof in verify(write()) if proof.kind == "rejected"}
    assert told == {
        "rejected/blocks.py": ("only its own process tells of the fault, and may hide it",),
        "rejected/says_little.py": (),
    }
