"""How long `grade watch` takes from a save to the verdict on the screen."""

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
from pathlib import Path

from grader.exercise import course_root, load_exercise

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


def measure(folder: Path, slug: str, times: int) -> list[float]:
    """Save a right and a wrong program in turn; return how long each verdict took, in milliseconds."""
    solutions, name = ROOT / "solutions" / slug, load_exercise(ROOT / "exercises" / slug).file
    wrong = sorted((solutions / "rejected").glob("*.py"))[0]
    texts = {True: (solutions / name).read_bytes(), False: wrong.read_bytes()}
    file = folder / slug / name
    watched = Watched(folder, slug)
    watched.verdict(VERDICTS[False])
    found = []
    for number in range(times + 2):
        is_right = number % 2 == 0
        begun = time.perf_counter()
        file.write_bytes(texts[is_right])
        found.append((watched.verdict(VERDICTS[is_right]) - begun) * 1000)
    watched.quit()
    return found[2:]


def main() -> None:
    """Measure both exercises."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=20, help="saves of each exercise")
    times = parser.parse_args().n
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "course")
        subprocess.run([sys.executable, "-m", "grader", "init", folder], check=True, capture_output=True)
        for slug in EXERCISES:
            found = measure(folder, slug, times)
            middle = statistics.quantiles(found, n=4)
            print(
                f"{slug:<16} from save to verdict {middle[1]:7.1f} ms  (quartiles {middle[0]:.1f} and {middle[2]:.1f}, "
                f"range {min(found):.1f} to {max(found):.1f}, {times} saves)",
                flush=True,
            )
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
