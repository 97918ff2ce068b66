"""The files of a submission → results.json, in Gradescope's container: `python -P -m … /autograder`.

Of the exercises in the zip the one is graded whose file was handed in. What a student can mend is told the student,
with no points. Anything else ends with another exit status than 0, and `run_autograder` says that nothing was graded.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from msgspec import structs

from grader.batch.archive import members
from grader.batch.intake import Handed, of_one_student
from grader.batch.matching import named
from grader.errors import GraderError
from grader.exercise import load_course, load_exercise
from grader.grading import decided
from grader.judge import grade
from grader.model import Submission, Tier
from grader.policy import applied
from grader.report import render
from grader.report.visible import visible

from .metadata import FILE, moments

COURSE, CHECKS, SETTINGS = "course", "checks", "asyncgrade.json"
"""Names in the folder `source`."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What the instructor asked for when the zip was made."""

    require: Tier = "none"
    """The least isolation."""
    secret: str = ""
    """The instructor's secret, on which depends what the checks draw."""


def main(root: Path) -> int:
    """Grade what lies in `submission` below a folder, write `results/results.json`, and return the exit status."""
    try:
        text = graded(root / "source", root / "submission")
    except GraderError as error:
        print(f"grade: {error}", file=sys.stderr)
        return error.exit_code
    results = root / "results" / "results.json"
    results.parent.mkdir(exist_ok=True)
    written = results.with_suffix(".written")
    written.write_text(text, "utf-8")
    written.replace(results)
    return 0


def graded(source: Path, submission: Path) -> str:
    """Return the results.json of a submission. Raises what `grade` raises."""
    folders = {slug: source / COURSE / "exercises" / slug for slug in load_course(source / COURSE).exercises}
    found = list(members(submission)) if submission.is_dir() else []
    rows = of_one_student(found, [load_exercise(folder) for folder in folders.values()])
    programs = {row.exercise: row.submission for row in rows if row.submission is not None}
    called = [slug for slug, program in programs.items() if named(Path(program.name).stem, [slug])]
    chosen = called if len(called) == 1 else list(programs)
    if len(chosen) != 1:
        return _written({"score": 0, "output": visible(f"Not graded: {_why(rows, programs)}", "\n")})
    (slug,) = chosen
    settings = msgspec.json.decode((source / SETTINGS).read_bytes(), type=Settings)
    added = source / CHECKS
    checks, grading = decided(None, added if added.is_dir() else None, folders[slug])
    report = grade(
        programs[slug],
        folders[slug],
        checks=checks,
        grading=grading,
        require=settings.require,
        secret=settings.secret.encode("utf-8", "surrogateescape"),
    )
    when, due = moments(submission.with_name(FILE))
    if due is not None and grading.late is not None and grading.late.deadline is None:
        grading = structs.replace(grading, late=structs.replace(grading.late, deadline=due))
    results = json.loads(render(applied(report, grading, when=when), "gradescope", now=datetime.now(UTC)))
    return _written(results | {"output": "\n".join([results["output"], *map(visible, _notes(rows, slug))])})


def _why(rows: Sequence[Handed], programs: Mapping[str, Submission]) -> str:
    """Say why there is not one program to grade."""
    if programs:
        names = ", ".join(f"{program.name} for {slug}" for slug, program in programs.items())
        return (
            f"one exercise is graded at a time, and this has files for {len(programs)}: {names}. Hand in one of them."
        )
    problems = dict.fromkeys(row.problem for row in rows if not row.missing)
    return ".\n".join(problems) or "no file was handed in"


def _notes(rows: Sequence[Handed], slug: str) -> Iterator[str]:
    """Yield what else was handed in."""
    for row in rows:
        if row.exercise == slug:
            yield from row.notes
        elif row.submission is not None:
            yield f"{row.submission.name} was not graded"


def _written(results: dict[str, object]) -> str:
    return (
        json.dumps({"output_format": "text", "stdout_visibility": "hidden"} | results, indent=2, ensure_ascii=False)
        + "\n"
    )


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
