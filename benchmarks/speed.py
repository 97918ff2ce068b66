"""How long a judged run, a submission and the command take, each beside the least that it could cost."""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from grader.exercise import course_root, read_submission
from grader.judge import examination, grade_all
from grader.runner import Finished, Job, run, start

ROOT = course_root()
EXERCISE = ROOT / "exercises" / "02_gather"
RIGHT = ROOT / "solutions" / "02_gather" / "gather.py"
WRONG = ROOT / "solutions" / "02_gather" / "rejected" / "two_awaits_in_a_row.py"

BARE = """
import asyncio, os, sys, time
source, times = open(sys.argv[1]).read(), int(sys.argv[2])
sleep = asyncio.sleep
asyncio.sleep = lambda delay: sleep(0)
out = os.open(os.devnull, os.O_WRONLY)
for _ in range(times):
    begun = time.perf_counter()
    pid = os.fork()
    if pid == 0:
        os.dup2(out, 1)
        names = {"__name__": "gather"}
        exec(compile(source, "gather.py", "exec"), names)
        asyncio.run(names["main"]())
        os._exit(0)
    os.waitpid(pid, 0)
    print(time.perf_counter() - begun)
"""
"""Fork, compile, run, reap, with waits of no length and nothing recorded; prints seconds, a line for each time."""


def timed(action: Callable[[], object], times: int) -> list[float]:
    """Return how long an action took each time, in milliseconds; a first time is not counted."""
    found = []
    for _ in range(times + 1):
        begun = time.perf_counter()
        action()
        found.append((time.perf_counter() - begun) * 1000)
    return found[1:]


def show(what: str, found: list[float], note: str = "") -> None:
    """Print a median and the range."""
    print(f"{what:<58} {statistics.median(found):8.1f} ms  ({min(found):.1f} to {max(found):.1f}){note}", flush=True)


def bare(times: int) -> list[float]:
    """Measure a bare fork from a small process."""
    program = [sys.executable, "-c", BARE, str(RIGHT), str(times + 1)]
    done = subprocess.run(program, capture_output=True, text=True, check=True)
    return [float(line) * 1000 for line in done.stdout.split()][1:]


def judged(times: int) -> list[float]:
    """Measure one run of `main`, from a warm zygote."""
    source = RIGHT.read_text("utf-8")
    job = Job(files={"gather.py": source}, main_file="gather.py", target="main")
    backend = start()
    try:
        return timed(lambda: run(backend.start(), job), times)
    finally:
        backend.close()


def checks(path: Path, times: int) -> tuple[list[float], int]:
    """Measure all checks for one submission in a warm worker, and count its runs."""
    runs = 0
    original = examination.run_job

    def counted(process: object, job: Job) -> Finished:
        nonlocal runs
        runs += 1
        return original(process, job)  # type: ignore[arg-type]

    found: list[float] = []
    last = time.perf_counter()

    def on_report(_: object) -> None:
        nonlocal last
        now = time.perf_counter()
        found.append((now - last) * 1000)
        last = now

    examination.run_job = counted
    try:
        grade_all([read_submission(path)] * (times + 1), EXERCISE, on_report=on_report)
    finally:
        examination.run_job = original
    return found[1:], runs // (times + 1)


def command(arguments: list[str], folder: str, **environment: str) -> Callable[[], object]:
    """Return what runs a command in a folder."""
    return lambda: subprocess.run(
        [sys.executable, "-m", *arguments], cwd=folder, capture_output=True, env={**os.environ, **environment}
    )


def main() -> None:
    """Measure everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=20, help="repetitions")
    times = parser.parse_args().n
    show("a bare fork, compile, run and reap", bare(times))
    show("a judged run of main, zygote warm", judged(times))
    for name, path in (("right", RIGHT), ("wrong", WRONG)):
        found, runs = checks(path, times)
        show(f"all checks of 02_gather, warm worker, a {name} program", found, f", {runs} runs")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("empty", "graded"):
            Path(folder, name).mkdir()
        Path(folder, "empty", "test_nothing.py").write_text("def test_nothing():\n    pass\n", "utf-8")
        Path(folder, "graded", "gather.py").write_text(WRONG.read_text("utf-8"), "utf-8")
        plugins = ["-p", "pytest_asyncio.plugin", "-p", "pytest_timeout", "-p", "no:cacheprovider", "-q"]
        settings = ["-c", os.devnull, "--rootdir=.", "-o", "asyncio_default_fixture_loop_scope=function"]
        empty = command(["pytest", *plugins, *settings], f"{folder}/empty", PYTEST_DISABLE_PLUGIN_AUTOLOAD="1")
        show("an empty pytest session with the same plugins", timed(empty, times))
        show("grade 02", timed(command(["grader", "02"], f"{folder}/graded"), times))
        show("grade --help", timed(command(["grader", "--help"], folder), times))
        show("python -c pass", timed(lambda: subprocess.run([sys.executable, "-c", "pass"]), times))


if __name__ == "__main__":
    main()
