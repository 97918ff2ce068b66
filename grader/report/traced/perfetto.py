"""Tracing -> the trace event format, which ui.perfetto.dev, chrome://tracing and speedscope open.

The format: "Trace Event Format", by the authors of Chrome's tracing. A track is a thread of ours: 0 is code outside of
any task, the others are tasks by their numbers. A slice is a complete event (`X`) of an awaited call, and within the
innermost one of what it waited for, or what blocked; a line of output and a mark are instants (`i`). Times are in
microseconds.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from grader.model import NANOSECONDS, Place, Span, Tracing

PROCESS = 1
"""Number of the one process."""

OUTSIDE = 0
"""Track of code outside of any task."""


def render(traced: Tracing) -> str:
    """Write the run of a program as trace events, in one JSON object."""
    events = [*_names(traced), *sorted([*_slices(traced), *_instants(traced)], key=_order)]
    data = {
        "traceEvents": events,
        "displayTimeUnit": "ms",
        "otherData": {"file": traced.file, "version": f"asyncgrade {traced.environment.grader}"},
    }
    return json.dumps(data, indent=1) + "\n"


def _order(event: dict[str, Any]) -> tuple[Any, ...]:
    """Sort by time; of slices that begin at once the outer before the inner, and what happens in them behind them."""
    return event["ts"], -event.get("dur", -1)


def _names(traced: Tracing) -> Iterator[dict[str, Any]]:
    name = PurePath(traced.file).name
    told: dict[str, Any] = {"ph": "M", "ts": 0, "pid": PROCESS, "tid": OUTSIDE}
    yield {**told, "name": "process_name", "args": {"name": name}}
    for number, task in {OUTSIDE: name, **traced.tasks}.items():
        told["tid"] = number
        yield {**told, "name": "thread_name", "args": {"name": task}}
        yield {**told, "name": "thread_sort_index", "args": {"sort_index": number}}


def _slices(traced: Tracing) -> Iterator[dict[str, Any]]:
    inner = {(span.parent, span.label) for span in traced.timeline.actual}
    for span in traced.timeline.actual:
        cut = {} if span.finished else {"finished": False}
        yield _slice(span, "call", span.label, span.start, span.end, {**_line(span.place), **cut})
        for part in span.parts:
            if part.what and (span.call, part.what) not in inner:
                yield _slice(span, part.kind, part.what, part.start, part.end, _line(part.place))


def _slice(span: Span, category: str, name: str, start: int, end: int, told: dict[str, Any]) -> dict[str, Any]:
    return {
        "ph": "X",
        "pid": PROCESS,
        "tid": span.task or OUTSIDE,
        "cat": category,
        "name": name,
        "ts": _microseconds(start),
        "dur": _microseconds(end - start),
        "args": told,
    }


def _instants(traced: Tracing) -> Iterator[dict[str, Any]]:
    for line in traced.output:
        yield _instant(line.task, line.stream, line.text, round(line.time * NANOSECONDS))
    for span in traced.timeline.actual:
        for time, name in span.marks:
            yield _instant(span.task, "mark", name, time)


def _instant(task: int | None, category: str, name: str, time: int) -> dict[str, Any]:
    return {
        "ph": "i",
        "pid": PROCESS,
        "tid": task or OUTSIDE,
        "cat": category,
        "name": name,
        "ts": _microseconds(time),
        "s": "t",
    }


def _line(place: Place | None) -> dict[str, Any]:
    return {} if place is None else {"line": f"{place.file}:{place.line}"}


def _microseconds(time: int) -> float | int:
    whole, rest = divmod(time, 1000)
    return time / 1000 if rest else whole
