"""A judge that is warm, and works on demand, as `floor.py` does: what compares the two starts both.

    python warm.py run SLUG PROGRAM            one run of `main`
    python warm.py submission SLUG PROGRAM     all checks of one submission, with its report as JSON and HTML

Says `ready` when it is warm; for each line that it reads, the seconds that it took and the runs that were started.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from grader.exercise import course_root, load_exercise, read_submission, welcome_packages
from grader.judge import grade_all, worker
from grader.judge.examination import Material
from grader.model import Report, Submission
from grader.report import render
from grader.runner import Backend, Job, run, start

# pytest takes the process's own streams for what is captured.
ASKED, TOLD = (os.fdopen(os.dup(number), mode) for number, mode in ((0, "r"), (1, "w")))


def runs(folder: Path, program: Path) -> None:
    """Serve runs of `main`."""
    exercise = load_exercise(folder)
    files = {exercise.file: program.read_text("utf-8")} | ({"given.py": exercise.given} if exercise.given else {})
    job = Job(files=files, main_file=exercise.file, target="main", limits=exercise.limits, network=exercise.network)
    parts = Material.read(exercise, folder).parts
    backend = start(packages=exercise.packages, welcome=welcome_packages(folder), parts=parts)
    run(backend.start(), job)
    print("ready", file=TOLD, flush=True)
    for _ in ASKED:
        begun = time.perf_counter()
        run(backend.start(), job)
        print(time.perf_counter() - begun, 1, file=TOLD, flush=True)
    backend.close()


def submissions(folder: Path, program: Path) -> None:
    """Serve submissions, in one session."""
    read, started = read_submission(program), 0
    original = worker.start

    def counted(*arguments: object, **settings: object) -> Backend:
        backend = original(*arguments, **settings)  # type: ignore[arg-type]
        fork = backend.start

        def one() -> object:
            nonlocal started
            started += 1
            return fork()

        backend.start = one  # type: ignore[method-assign, assignment]
        return backend

    def asked() -> Iterator[Submission]:
        nonlocal started
        yield read
        print("ready", file=TOLD, flush=True)
        for number, _ in enumerate(ASKED):
            # Every student's text is another one.
            altered = Submission(name=read.name, source=f"{read.source}\n# {number}\n")
            started, begun = 0, time.perf_counter()
            yield altered
            print(time.perf_counter() - begun, started, file=TOLD, flush=True)

    def on_report(report: Report) -> None:
        render(report, "json")
        render(report, "html")

    worker.start = counted  # type: ignore[assignment]
    grade_all(asked(), folder, on_report=on_report)


if __name__ == "__main__":
    kind, slug, path = sys.argv[1:]
    {"run": runs, "submission": submissions}[kind](course_root() / "exercises" / slug, Path(path))
