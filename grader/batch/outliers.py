"""What stands out in a class: programs that took long, that crashed or hit a limit, or that show signs of tampering.

None of it is a verdict. What costs points is in the checks; here it is pointed at, for an instructor to look at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median
from typing import TYPE_CHECKING

from grader.model import NANOSECONDS, Crashed, LimitExceeded, Outcome, Protocol, Report, TimedOut, seconds
from grader.report.words import outcome_words
from grader.trace import imported

if TYPE_CHECKING:
    from .summaries import Summary

Sign = tuple[str, str]
"""Kind of a sign, and what there is to see."""

LONG = 4
"""How many times as long as half of the class a run of `main` is, to stand out."""

UNUSUAL = {
    "ctypes": "reaches into the interpreter's memory",
    "gc": "finds objects of other modules",
    "grader": "is the grader",
    "inspect": "looks at the frames of who called",
    "pytest": "runs checks",
    "sys._getframe": "looks at the frames of who called",
    "sys.settrace": "watches other functions",
}
"""What a program for an exercise has no use for -> what it does."""

CAUSES = {"hard-coded-output": "prints what it was to work out"}
"""Diagnoses that are a sign, as well -> of what."""


def outliers(found: Sequence[Summary]) -> list[list[Sign]]:
    """Return the signs of each report of a class, most of which have none."""
    usual = median([each.length for each in found if each.length is not None] or [0])
    return [[*_time(each.length, usual), *each.signs] for each in found]


def length(report: Report) -> int | None:
    """Return how long `main` took on the virtual clock, in nanoseconds, where a run of it is kept."""
    return next((run.actual_end for run in report.timelines if run.target == "main()"), None)


def signs(report: Report) -> Iterator[Sign]:
    """Yield what stands out in a report by itself."""
    yield from _ends(report)
    yield from _tampering(report)


def _time(length: int | None, usual: float) -> Iterator[Sign]:
    if length is not None and length >= LONG * usual and length - usual >= NANOSECONDS:
        yield "time", f"`main()` took {seconds(length)} on its clock, half of the class at most {seconds(round(usual))}"


def _ends(report: Report) -> Iterator[Sign]:
    """Yield how runs ended that did not end by themselves, each once."""
    runs: list[tuple[str, Outcome | None]] = [("main()", report.outcome)]
    runs += [(run.target, run.outcome) for run in report.timelines]
    said = set()
    for target, outcome in runs:
        match outcome:
            case Protocol():
                sign = "tampering", "its process spoke to the judge for itself, which no program does by accident"
            case TimedOut():
                sign = "time", outcome_words(outcome, target)
            case LimitExceeded(limit="cpu" | "wall" | "steps"):
                sign = "time", outcome_words(outcome, target)
            case LimitExceeded() | Crashed():
                sign = "crash", outcome_words(outcome, target)
            case _:
                continue
        if type(outcome) not in said:
            said.add(type(outcome))
            yield sign


def _tampering(report: Report) -> Iterator[Sign]:
    used = imported(report.submission.source)
    for name, does in UNUSUAL.items():
        if name in used:
            yield "tampering", f"it imports `{name}`, which {does}"
    for code in {diagnostic.code for diagnostic in report.diagnostics} & CAUSES.keys():
        yield "tampering", f"it {CAUSES[code]} [{code}]"
