"""Programs are judged on all cores: an executor runs chunks of them, each in one session of the judge.

Anything that is shaped like `concurrent.futures.Executor` will do. Processes are started anew and not forked, since the
judge of a program must not hold what its parent holds. A chunk whose process dies is judged once more, one program at a
time: the one that it died of is reported as the grader's own error, and the others are judged.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

import msgspec

from grader.model import UNDECIDED, Grading, Report, Submission, Tier

CHUNK = 16
"""Programs of one session at most: its start costs as much as one or two of them."""

LEAST = 8
"""Programs of one session towards the end, so that no process works on alone for long."""


@dataclass(frozen=True, kw_only=True)
class Order:
    """How programs are to be judged."""

    exercise: Path
    """Folder of the exercise."""
    secret: bytes = b""
    """The instructor's secret."""
    require: Tier = "none"
    """The least isolation."""
    confined: bool = True
    """Whether programs are isolated at all."""
    backend: str | None = None
    """How runs are started."""
    checks: Path | None = None
    """Folder of the checks that are added to the exercise's own."""
    grading: Grading = UNDECIDED
    """What the instructor has decided."""


@dataclass(frozen=True, kw_only=True)
class Judged:
    """What comes of a program."""

    report: bytes
    """The report, for the journal."""
    files: dict[str, bytes]
    """Suffix -> what the student gets."""


FORMS = {".html": "html", ".json": "json"}
"""Suffix of a file that a student gets -> its format."""


def handed_out(report: Report, form: str) -> bytes:
    """Write what a student gets of a report."""
    from grader.report import render

    return render(report, form, now=datetime.now(UTC)).encode("utf-8")


def processes(count: int) -> Executor:
    """Return an executor of so many processes."""
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(count, mp_context=context, initializer=_begin)


def _begin() -> None:
    # Ctrl-C reaches the whole group: who started the pool ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def judge(order: Order, submissions: Sequence[Submission]) -> list[Judged]:
    """Judge submissions in one session, in this process."""
    from grader.judge import grade_all
    from grader.report import render

    reports = grade_all(
        submissions,
        order.exercise,
        backend=order.backend,
        confined=order.confined,
        require=order.require,
        secret=order.secret,
        checks=order.checks,
        grading=order.grading,
    )
    return [_judged(render(report, "json", audience="instructor").encode("utf-8")) for report in reports]


def _judged(kept: bytes) -> Judged:
    # Files are made of what the journal gives back, so that they come out the same when they are made again.
    report = msgspec.json.decode(kept, type=Report)
    return Judged(report=kept, files={suffix: handed_out(report, form) for suffix, form in FORMS.items()})


def judged(
    order: Order, submissions: Sequence[Submission], start: Callable[[int], Executor], width: int, chunk: int = CHUNK
) -> Iterator[tuple[int, Judged | None]]:
    """Yield the place of each submission and what came of it, as they come; None where its process died.

    `start` makes an executor for as many chunks at once as it is told, `width` is how many that shall be. Raises what
    `grade_all` raises.
    """
    waiting = deque(_chunks(len(submissions), width, chunk))
    while waiting:
        suspects = yield from _side_by_side(order, submissions, start, width, waiting)
        for place in chain.from_iterable(suspects):
            yield place, _alone(order, submissions[place], start)


def _chunks(count: int, width: int, chunk: int) -> Iterator[range]:
    """Yield the places of each chunk: first one program for each process, so that results come, and an estimate."""
    begin = 0
    while begin < count:
        size = 1 if begin < width else min(chunk, max(LEAST, (count - begin) // (2 * width)))
        end = min(begin + size, count)
        yield range(begin, end)
        begin = end


def _side_by_side(
    order: Order,
    submissions: Sequence[Submission],
    start: Callable[[int], Executor],
    width: int,
    waiting: deque[range],
) -> Generator[tuple[int, Judged], None, list[range]]:
    """Judge chunks until none waits, or a process dies; return those that were at work then: it died of one of them."""
    at_work: dict[Future[list[Judged]], range] = {}
    with start(width) as executor:
        try:
            while waiting or at_work:
                # One more than can work lies ready; the rest waits here, so that few are suspects when a process dies.
                while waiting and len(at_work) <= width:
                    group = waiting.popleft()
                    at_work[executor.submit(judge, order, [submissions[place] for place in group])] = group
                done, _ = wait(at_work, return_when=FIRST_COMPLETED)
                for future in sorted(done, key=lambda future: at_work[future].start):
                    yield from zip(at_work[future], future.result(), strict=True)
                    del at_work[future]
        except BrokenExecutor:
            return list(at_work.values())
        except BaseException:
            executor.shutdown(wait=False, cancel_futures=True)
            for process in multiprocessing.active_children():
                process.terminate()
            raise
    return []


def _alone(order: Order, submission: Submission, start: Callable[[int], Executor]) -> Judged | None:
    with start(1) as executor:
        try:
            return executor.submit(judge, order, [submission]).result()[0]
        except BrokenExecutor:
            return None
