"""Random programs on the virtual loop and on the stock one: how often do they print in the same order?

    python benchmarks/fuzz.py                 2,000 programs, each run twice on the stock loop and once on ours
    python benchmarks/fuzz.py -n 200 --seed 7
    python benchmarks/fuzz.py --loop looptime       another package's loop, where it is installed

The stock loop does not always agree with itself: waits that end within a millisecond of one another end in any order on
a busy machine. So the question is whether ours agrees with a run of it less often than another run of it does. Exit
status 1: it does, by a one-sided test at 95 % (McNemar's: only programs on which the two differ count). Programs draw
sleeps of multiples of 20 ms, locks, semaphores, queues, events, `wait_for`, `gather` and `TaskGroup`; on the stock loop
many run at once, in processes of their own.
"""

from __future__ import annotations

import argparse
import math
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.fidelity.drawn import printed
from tests.fidelity.loops import LOOPS, NAMES

QUANTILE = 1.645
"""Of the normal distribution, for a one-sided test at 95 %."""


def compare(loop: str, seeds: range, jobs: int) -> tuple[list[bool], list[bool]]:
    """Return of each program whether a second run on the stock loop, and one on `loop`, did as the first run did."""
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        first, second = (list(pool.map(printed, seeds, chunksize=5)) for _ in range(2))
    LOOPS[loop]()
    other = map(printed, seeds)
    return [a == b for a, b in zip(first, second, strict=True)], [a == b for a, b in zip(first, other, strict=True)]


def less_often(itself: list[bool], other: list[bool]) -> float:
    """Return by how many standard deviations the other agrees less often than the stock loop with itself."""
    worse = sum(one and not two for one, two in zip(itself, other, strict=True))
    better = sum(two and not one for one, two in zip(itself, other, strict=True))
    return (worse - better) / math.sqrt(worse + better) if worse + better else 0.0


def main() -> int:
    """Compare, and say which way it came out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--loop", choices=[*NAMES, "backwards"], default="ours", help="whose loop; one is a control")
    parser.add_argument("-n", type=int, default=2_000, help="number of programs")
    parser.add_argument("--seed", type=int, default=0, help="where their seeds begin")
    parser.add_argument("--jobs", type=int, default=16, help="programs that run side by side on the stock loop")
    options = parser.parse_args()
    seeds = range(options.seed, options.seed + options.n)
    itself, other = compare(NAMES.get(options.loop, options.loop), seeds, options.jobs)
    score = less_often(itself, other)
    verdict = "less often" if score > QUANTILE else "not less often"
    print(f"{len(itself)} programs: stock agrees with itself in {sum(itself)}, {options.loop} on {sum(other)}")
    print(f"{options.loop} agrees {verdict} (z = {score:.2f}, the limit is {QUANTILE})")
    return int(score > QUANTILE)


if __name__ == "__main__":
    sys.exit(main())
