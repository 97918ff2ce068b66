"""What a class costs, and whether a batch that is killed at any moment comes out the same.

    python benchmarks/batch.py                     a class of 1,000 programs of 02_gather, and one of 24_fetch_pages
    python benchmarks/batch.py --size 80 --kills 50

The class is made from the accepted and rejected programs of the exercises, over and over. With `--kills` the command
grades both exercises, is killed (SIGKILL) so many times at random moments, and called again; what it leaves at the end
is compared, file by file and byte by byte, with what it leaves when it is left alone. Processor time is of all
processes; on a machine that does other things, too, it says more than what the clock on the wall does.
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from grader.batch.results import JOURNAL
from grader.exercise import course_root, load_exercise
from grader.runner.process import cores

EXERCISES = ("02_gather", "24_fetch_pages")
FINAL = (".csv", ".html", ".json", ".zip")
"""What a batch leaves for people; its journal differs in how often it was written."""


def packed(slugs: Sequence[str], size: int, path: Path) -> Path:
    """Write an archive as Moodle does, with a program of each exercise for each of so many students."""
    with zipfile.ZipFile(path, "w") as made:
        for slug in slugs:
            solutions = course_root() / "solutions" / slug
            programs = sorted([*(solutions / "accepted").glob("*.py"), *(solutions / "rejected").glob("*.py")])
            name = load_exercise(course_root() / "exercises" / slug).file
            for number, program in enumerate(itertools.islice(itertools.cycle(programs), size), 1):
                text = f"{program.read_text('utf-8')}\n# {number}\n"
                made.writestr(f"Student {number}_{number}_assignsubmission_file/{name}", text)
    return path


def command(archive: Path, slugs: Sequence[str], out: Path) -> list[str]:
    """Return the command that grades the class."""
    asked = itertools.chain.from_iterable(("-e", slug) for slug in slugs)
    return [sys.executable, "-m", "grader", "batch", str(archive), *asked, "-o", str(out)]


def cost(slug: str, size: int, scratch: Path) -> None:
    """Grade a class once, and print what it took."""
    archive, out = packed([slug], size, scratch / f"{slug}.zip"), scratch / slug
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    process = subprocess.Popen(command(archive, [slug], out), stdout=subprocess.DEVNULL)
    first = None
    while process.poll() is None:
        if first is None and any(out.rglob("report-*.html")):
            first = time.perf_counter() - begun
        time.sleep(0.05)
    wall = time.perf_counter() - begun
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    print(
        f"{slug}: {size} programs in {wall:.1f} s on {cores()} cores, with {processor:.1f} s of processor time: "
        f"{size / processor:.2f} programs a second of a core; the first page after {first or wall:.1f} s; "
        f"the largest process had {used.ru_maxrss // 1024} MiB",
        flush=True,
    )


def kills(slugs: Sequence[str], size: int, times: int, scratch: Path, seed: int) -> bool:
    """Kill a batch at random moments, go on each time, and compare what it leaves with that of one left alone."""
    archive = packed(slugs, size, scratch / "class.zip")
    begun = time.perf_counter()
    subprocess.run(command(archive, slugs, scratch / "whole"), stdout=subprocess.DEVNULL, check=False)
    alone = time.perf_counter() - begun
    print(f"{size * len(slugs)} programs of {' and '.join(slugs)}, left alone: {alone:.1f} s\n")
    print("| kill | after s | results kept | pages there | the command had |\n|---|---|---|---|---|", flush=True)
    draw, killed = random.Random(seed), scratch / "killed"
    for number in range(1, times + 1):
        process = subprocess.Popen(command(archive, slugs, killed), stdout=subprocess.DEVNULL, start_new_session=True)
        moment = draw.uniform(0, alone / times * 5)
        time.sleep(moment)
        ended = "ended before" if process.poll() is not None else "not ended"
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        pages = len(list(killed.rglob("report-*.html")))
        print(f"| {number} | {moment:.2f} | {_kept(killed / JOURNAL)} | {pages} | {ended} |", flush=True)
    subprocess.run(command(archive, slugs, killed), stdout=subprocess.DEVNULL, check=False)
    whole, after = _files(scratch / "whole"), _files(killed)
    differing = sorted(name for name in whole.keys() | after.keys() if whole.get(name) != after.get(name))
    print(f"\n{len(whole)} files, {len(differing)} of them differ{f': {differing[:5]}' if differing else ''}")
    return not differing


def _kept(journal: Path) -> int:
    """Count the results in a journal, which may not be one yet."""
    try:
        with closing(sqlite3.connect(f"file:{journal}?mode=ro", uri=True)) as connection:
            return int(connection.execute("select count(*) from results").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.suffix in FINAL}


def main() -> int:
    """Read the arguments, and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=1000, help="students in the class")
    parser.add_argument("--kills", type=int, default=0, help="how often to kill it")
    parser.add_argument("--seed", type=int, default=0, help="of the random moments")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        if given.kills:
            return 0 if kills(EXERCISES, given.size, given.kills, Path(scratch), given.seed) else 1
        for slug in EXERCISES:
            cost(slug, given.size, Path(scratch))
    return 0


if __name__ == "__main__":
    sys.exit(main())
