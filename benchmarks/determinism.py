"""How many different reports one submission gets. The answer must be 1, whatever the machine is doing meanwhile."""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from grader.exercise import course_root

WRONG = course_root() / "solutions" / "02_gather" / "rejected" / "two_awaits_in_a_row.py"

SET_OF_STRINGS = """
import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    names = {"Task A", "Task B"}
    await asyncio.gather(*[task(name, 2 if name == "Task A" else 1) for name in names])
    print(*{"tea", "coffee", "milk", "water"})
"""


@contextmanager
def busy_cores() -> Iterator[None]:
    """Keep every core busy meanwhile."""
    burners = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(os.cpu_count() or 1)]
    try:
        yield
    finally:
        for burner in burners:
            burner.kill()
            burner.wait()


def reports(source: str, times: int) -> Counter[str]:
    """Grade a program several times, each in a process of its own and under another hash seed; count the reports."""
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "gather.py").write_text(source, "utf-8")
        for number in range(times):
            done = subprocess.run(
                [sys.executable, "-m", "grader", "02", "--format", "json"],
                cwd=folder,
                env={**os.environ, "PYTHONHASHSEED": str(number)},
                capture_output=True,
            )
            found[hashlib.sha256(done.stdout).hexdigest()[:12]] += 1
    return found


def main() -> int:
    """Count, and exit with 1 where there is more than one report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=200, help="repetitions; a tenth of them for the set of strings")
    times = parser.parse_args().n
    wrong = WRONG.read_text("utf-8")
    found = reports(wrong, times // 2)
    with busy_cores():
        found += reports(wrong, times - times // 2)
    sets = reports(SET_OF_STRINGS, max(times // 10, 2))
    for name, counted in (("a wrong program, half under load", found), ("a program with sets of strings", sets)):
        print(f"{name}: graded {counted.total()} times, {len(counted)} different reports: {dict(counted)}")
    return int(len(found) > 1 or len(sets) > 1)


if __name__ == "__main__":
    sys.exit(main())
