"""How many schedules a mistake of timing takes to show, and that no right program is ever failed.

Each program comes with what must hold whatever takes how long, with what its author lets vary, and with another right
program in the author's place. Beside our search stands blind shuffling of the loop's ready queue, as model checkers for
asyncio do it: it breaks what Python promises (callbacks run in the order in which they were scheduled), finds other
mistakes, and fails right programs.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import io
import random
import statistics
import sys
import textwrap
from collections import deque
from typing import Any

from schedule_cases import BY_LUCK, RIGHT, Case, Seen

from grader.engine.virtual.clock import SECOND, FreeClock, TimeLimit
from grader.engine.virtual.loop import VirtualLoop
from grader.engine.virtual.turns import Deadlock, Turns
from grader.judge.difference import Difference
from grader.judge.exploring import Exploration, Found
from grader.model import Printed, Returned
from grader.runner import Backend, Finished, Job, run, start

FILE = "program.py"


def found(case: Case, backend: Backend, schedules: int, seed: int) -> tuple[int | None, Exploration, Found | None]:
    """Return at which schedule something is found (0: in the usual run), or None."""

    def judge(finished: Finished) -> Difference | None:
        if not isinstance(finished.trace.outcome, Returned):
            return Difference(f"ended otherwise: {finished.trace.outcome}", (), ())
        lines = [event.text for event in finished.trace.events if isinstance(event, Printed)]
        seen = Seen(finished.value, lines, finished.trace.duration_ns / SECOND)
        return None if case.holds(seen) else Difference(f"{seen}", (), ())

    async def run_job(job: Job) -> Finished:
        return run(backend.start(), job)

    source, reference = textwrap.dedent(case.source), textwrap.dedent(case.reference or case.source)
    job = Job(files={FILE: source}, main_file=FILE, target="main", replace=case.replace)
    exploration = Exploration(
        job=job,
        seed=seed.to_bytes(4, "big"),
        schedules=schedules,
        run=run_job,
        judge=judge,
        solution=reference,
        delays_may_vary=case.delays,
        key=case.name,
        known=_KNOWN,
    )
    if judge(run(backend.start(), job)) is not None:
        return 0, exploration, None
    problem = asyncio.run(exploration.control())
    if problem:
        raise SystemExit(f"{case.name}: {problem}")
    result = asyncio.run(exploration.search())
    return (result.number if result is not None else None), exploration, result


_KNOWN: dict[Any, str] = {}


# --- blind shuffling ---


class _Shuffled(deque[Any]):
    """A ready queue of which any callback may be the next."""

    draw: random.Random

    def popleft(self) -> Any:
        place = self.draw.randrange(len(self))
        self.rotate(-place)
        item = super().popleft()
        self.rotate(place)
        return item


def blindly(case: Case, schedules: int) -> tuple[int | None, int]:
    """Return at which schedule blind shuffling finds something, and in how many of them."""
    failed = [number for number in range(1, schedules + 1) if not _holds_shuffled(case, number)]
    return (failed[0] if failed else None), len(failed)


def _holds_shuffled(case: Case, seed: int) -> bool:
    clock = FreeClock(limit=10_000 * SECOND)
    loop = VirtualLoop(Turns(clock))
    loop._ready = _Shuffled()
    loop._ready.draw = random.Random(seed)
    names: dict[str, Any] = {"__name__": "program"}
    written = io.StringIO()
    exec(compile(textwrap.dedent(case.source), FILE, "exec"), names)
    try:
        with contextlib.redirect_stdout(written), asyncio.Runner(loop_factory=lambda: loop) as runner:
            value = runner.run(names["main"]())
            end = clock.now / SECOND
    except (Exception, Deadlock, TimeLimit):
        loop.close()
        return False
    return case.holds(Seen(value, written.getvalue().splitlines(), end))


def main() -> int:
    """Print how many schedules each takes; 1 where a right program was failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--schedules", type=int, default=1_000, help="how many each right program is run under")
    parser.add_argument("--seeds", type=int, default=11, help="how many searches for each mistake")
    arguments = parser.parse_args()
    backend = start()
    failed = 0
    try:
        print(f"{'right by luck':40} {'ours: median (worst)':24} {'one knob':10} blind, of 200")
        for case in BY_LUCK:
            _print_luck(case, backend, arguments.seeds)
        print(f"\n{'right':40} {f'ours, of {arguments.schedules}':24} {'knobs off':28} blind, of 200")
        for case in RIGHT:
            failed += _print_right(case, backend, arguments.schedules)
    finally:
        backend.close()
    print(f"\n{failed} right programs failed")
    return int(failed > 0)


def _blind(case: Case) -> str:
    if not case.blind:
        return "-"
    first, failed = blindly(case, 200)
    return f"{failed} failed" + (f", the first at {first}" if first is not None else "")


def _print_luck(case: Case, backend: Backend, seeds: int) -> None:
    results = [found(case, backend, 50, seed) for seed in range(seeds)]
    numbers = [number if number is not None else 51 for number, _, _ in results]
    told = "in the usual run" if max(numbers) == 0 else f"{statistics.median(numbers):g} ({max(numbers)})"
    told = "not found in 50" if min(numbers) == 51 else told
    knobs = {knob for _, _, result in results if result is not None for knob, _ in result.job.schedule.choices}
    print(f"{case.name:40} {told:24} {', '.join(sorted(knobs)) or '-':10} {_blind(case)}", flush=True)


def _print_right(case: Case, backend: Backend, schedules: int) -> int:
    number, exploration, _ = found(case, backend, schedules, 0)
    told = "none failed" if number is None else f"FAILED at {number}"
    print(f"{case.name:40} {told:24} {', '.join(sorted(exploration.off)) or '-':28} {_blind(case)}", flush=True)
    return int(number is not None)


if __name__ == "__main__":
    sys.exit(main())
