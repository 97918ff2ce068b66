"""A run beside the run that was expected, ready to be drawn."""

from __future__ import annotations

from typing import Literal

from grader.model import Timeline, Trace

from .lines import lines
from .spans import spans

MOST_CALLS = 2_000
"""Calls that a report holds of a run, the first ones: nobody reads more, and each takes some 700 bytes."""


def timeline(
    trace: Trace, reference: Trace | None, against: Literal["expected", "usual"] = "expected", *, about: str = ""
) -> Timeline:
    """Return what a run looked like, beside another one (where there is one): as expected, or as it usually goes."""
    return Timeline(
        target=trace.target,
        about=about,
        against=against,
        replaced=trace.replaced,
        actual=spans(trace)[:MOST_CALLS],
        actual_end=trace.duration_ns,
        actual_lines=_shown(trace),
        outcome=trace.outcome,
        expected=spans(reference)[:MOST_CALLS] if reference is not None else (),
        expected_end=reference.duration_ns if reference is not None else 0,
        expected_lines=_shown(reference) if reference is not None else (),
    )


def _shown(trace: Trace) -> tuple[tuple[int, str], ...]:
    return tuple((line.time, line.text) for line in lines(trace))
