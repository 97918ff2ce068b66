"""How long `grade watch` takes from a save to the verdict on the screen, beside the same judged in a warm session."""

from __future__ import annotations

import argparse
import os
import pty
import select
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from grader.exercise import course_root, load_exercise, read_submission
from grader.judge import grade_all
from grader.model import Submission

ROOT = course_root()
EXERCISES = ("02_gather", "24_fetch_pages")

DRAWN = b"\x1b[J"
"""What ends each drawing of the screen."""

VERDICTS = {True: b"Passed", False: b"Not passed yet"}
"""Whether a program is right -> what the screen says."""

PATIENCE = 60.0
"""Seconds after which there will be no verdict any more."""


class Watched:
    """`grade watch` in a terminal of its own."""

    def __init__(self, folder: Path, exercise: str) -> None:
        self._process, self._screen = pty.fork()
        if self._process == 0:
            os.chdir(folder)
            os.environ |= {"TERM": "xterm", "COLUMNS": "80", "LINES": "24"}
            os.execv(sys.executable, [sys.executable, "-m", "grader", "watch", exercise])
        self._seen = b""

    def verdict(self, verdict: bytes) -> float:
        """Wait until a screen with this verdict was drawn; return when that was."""
        end = time.monotonic() + PATIENCE
        while True:
            drawn, found, rest = self._seen.partition(DRAWN)
            if found:
                self._seen = rest
                if verdict in drawn:
                    return time.perf_counter()
            elif not select.select([self._screen], [], [], end - time.monotonic())[0]:
                raise TimeoutError(f"no {verdict!r} within {PATIENCE:g} s: {self._seen[-2000:]!r}")
            else:
                self._seen += os.read(self._screen, 1 << 16)

    def quit(self) -> None:
        """Press `q`."""
        os.write(self._screen, b"q")
        os.waitpid(self._process, 0)
        os.close(self._screen)


def measure(folder: Path, slug: str, times: int) -> tuple[list[float], list[float]]:
    """Save a right and a wrong program in turn, and judge each in a warm session beside it, in turn.

    Return how long each took, from save to verdict and to be judged, in milliseconds.
    """
    exercise, solutions = ROOT / "exercises" / slug, ROOT / "solutions" / slug
    name = load_exercise(exercise).file
    wrong = sorted((solutions / "rejected").glob("*.py"))[0]
    texts = {True: (solutions / name).read_bytes(), False: wrong.read_bytes()}
    file = folder / slug / name
    watched = Watched(folder, slug)
    watched.verdict(VERDICTS[False])
    saved, judged = [], []

    def submissions() -> Iterator[Submission]:
        for number in range(times + 2):
            is_right = number % 2 == 0
            begun = time.perf_counter()
            file.write_bytes(texts[is_right])
            saved.append((watched.verdict(VERDICTS[is_right]) - begun) * 1000)
            begun = time.perf_counter()
            yield read_submission(file)
            judged.append((time.perf_counter() - begun) * 1000)

    grade_all(submissions(), exercise)
    watched.quit()
    return saved[2:], judged[2:]


def show(slug: str, what: str, found: list[float]) -> None:
    """Print a median with its spread."""
    low, middle, high = statistics.quantiles(found, n=4)
    spread = f"quartiles {low:.1f} and {high:.1f}, range {min(found):.1f} to {max(found):.1f}, {len(found)} saves"
    print(f"{slug:<16} {what:<24} {middle:7.1f} ms  ({spread})", flush=True)


def main() -> None:
    """Measure both exercises."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=20, help="saves of each exercise")
    times = parser.parse_args().n
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "course")
        subprocess.run([sys.executable, "-m", "grader", "init", folder], check=True, capture_output=True)
        for slug in EXERCISES:
            saved, judged = measure(folder, slug, times)
            show(slug, "from save to verdict", saved)
            show(slug, "judged in a warm session", judged)
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
