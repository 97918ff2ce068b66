"""One run of a program as the checks see it, without a check: nothing is judged."""

from __future__ import annotations

from pathlib import Path

from grader.exercise import load_exercise, welcome_packages
from grader.model import Submission, Trace
from grader.runner import start

from .draw import hash_seed
from .examination import Examination, Material


def rehearse(submission: Submission, folder: Path, *, backend: str | None = None) -> Trace:
    """Run `main` as the learner wrote it, for the exercise in `folder`, and return what it did.

    Raises what starting a runner raises: UsageError, or GraderError.
    """
    material = Material.read(load_exercise(folder), folder.resolve())
    runners = start(
        backend,  # type: ignore[arg-type]
        hash_seed=hash_seed(b"", material.exercise.slug),
        packages=material.exercise.packages,
        welcome=welcome_packages(folder),
        parts=material.parts,
    )
    try:
        return Examination(submission, material, runners).main().trace
    finally:
        runners.close()
