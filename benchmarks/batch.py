"""What a class costs, and whether a batch that is killed at any moment comes out the same.

    python benchmarks/batch.py                     a class of 1,000 programs of 02_gather, and one of 24_fetch_pages
    python benchmarks/batch.py --size 60 --kills 50

The class is made from the accepted and rejected programs of the exercise, over and over. With `--kills` the command is
killed (SIGKILL) so many times at random moments and called again; what it leaves at the end is compared, file by file
and byte by byte, with what it leaves when it is left alone.
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path

from grader.batch.pool import cores
from grader.exercise import course_root, load_exercise

EXERCISES = ("02_gather", "24_fetch_pages")
FINAL = (".csv", ".html", ".zip")
"""What a batch leaves for people; its journal differs in how often it was written."""


def packed(slug: str, size: int, path: Path) -> Path:
    """Write an archive as Moodle does, with a program for each of so many students."""
    solutions = course_root() / "solutions" / slug
    programs = sorted([*(solutions / "accepted").glob("*.py"), *(solutions / "rejected").glob("*.py")])
    name = load_exercise(course_root() / "exercises" / slug).file
    with zipfile.ZipFile(path, "w") as made:
        for number, program in enumerate(itertools.islice(itertools.cycle(programs), size), 1):
            text = f"{program.read_text('utf-8')}\n# {number}\n"
            made.writestr(f"Student {number}_{number}_assignsubmission_file/{name}", text)
    return path


def command(archive: Path, slug: str, out: Path) -> list[str]:
    """Return the command that grades the class."""
    return [sys.executable, "-m", "grader", "batch", str(archive), "-e", slug, "-o", str(out)]


def cost(slug: str, size: int, scratch: Path) -> None:
    """Grade a class once, and print what it took."""
    archive, out = packed(slug, size, scratch / f"{slug}.zip"), scratch / slug
    begun = time.perf_counter()
    process = subprocess.Popen(command(archive, slug, out), stdout=subprocess.DEVNULL)
    first = None
    while process.poll() is None:
        if first is None and any(out.rglob("report-*.html")):
            first = time.perf_counter() - begun
        time.sleep(0.05)
    wall = time.perf_counter() - begun
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(
        f"{slug}: {size} programs in {wall:.1f} s on {cores()} cores: {size / wall / cores():.2f} a second and core, "
        f"the first after {first or wall:.1f} s; the largest process had {used.ru_maxrss // 1024} MiB"
    )


def kills(slug: str, size: int, times: int, scratch: Path, seed: int) -> bool:
    """Kill a batch at random moments, go on each time, and compare what it leaves with that of one left alone."""
    archive = packed(slug, size, scratch / "class.zip")
    begun = time.perf_counter()
    subprocess.run(command(archive, slug, scratch / "whole"), stdout=subprocess.DEVNULL, check=False)
    alone = time.perf_counter() - begun
    draw, graded = random.Random(seed), Counter[int]()
    for _ in range(times):
        process = subprocess.Popen(
            command(archive, slug, scratch / "killed"), stdout=subprocess.DEVNULL, start_new_session=True
        )
        time.sleep(draw.uniform(0, alone / times * 8))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        graded[len(list((scratch / "killed").rglob("report-*.html")))] += 1
    subprocess.run(command(archive, slug, scratch / "killed"), stdout=subprocess.DEVNULL, check=False)
    whole, killed = (_files(scratch / name) for name in ("whole", "killed"))
    differing = sorted(name for name in whole.keys() | killed.keys() if whole.get(name) != killed.get(name))
    print(f"{slug}: killed {times} times, with {dict(sorted(graded.items()))} pages there at the time (pages: times)")
    print(f"{len(whole)} files, {len(differing)} of them differ{f': {differing[:5]}' if differing else ''}")
    return not differing


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.suffix in FINAL}


def main() -> int:
    """Read the arguments, and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=1000, help="programs in the class")
    parser.add_argument("--kills", type=int, default=0, help="how often to kill it")
    parser.add_argument("--seed", type=int, default=0, help="of the random moments")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        if given.kills:
            return 0 if kills(EXERCISES[0], given.size, given.kills, Path(scratch), given.seed) else 1
        for slug in EXERCISES:
            cost(slug, given.size, Path(scratch))
    return 0


if __name__ == "__main__":
    sys.exit(main())
