"""The trace event format, as its authors describe it ("Trace Event Format"), and what a viewer needs beyond it.

A schema says what each kind of event must have; no schema can say that slices of a track nest, that every beginning has
its end, and that times do not go back: `problems` does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import jsonschema

EVERY = {
    "name": {"type": "string"},
    "cat": {"type": "string"},
    "ts": {"type": "number", "minimum": 0},
    "pid": {"type": "integer"},
    "tid": {"type": "integer"},
    "args": {"type": "object"},
}
"""Fields that any event may have; `ts` counts microseconds."""

REQUIRED = ["ph", "ts", "pid", "tid"]

HALF_A_NANOSECOND = 0.0005
"""In microseconds: what the sum of two times may be off by."""

METADATA = {
    "process_name": {"name": {"type": "string"}},
    "thread_name": {"name": {"type": "string"}},
    "thread_sort_index": {"sort_index": {"type": "integer"}},
}
"""Name of a metadata event -> what its arguments hold."""


def _kind(sign: str, required: Sequence[str] = (), **fields: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {**EVERY, "ph": {"const": sign}, **fields},
        "required": [*REQUIRED, *required],
        "additionalProperties": False,
    }


SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {
        "traceEvents": {
            "type": "array",
            "items": {
                "oneOf": [
                    _kind("B", ["name"]),
                    _kind("E"),
                    _kind("X", ["name", "dur"], dur={"type": "number", "minimum": 0}),
                    _kind("i", ["name"], s={"enum": ["g", "p", "t"]}),
                    *(
                        _kind(
                            "M",
                            ["name", "args"],
                            name={"const": name},
                            args={"type": "object", "properties": fields, "required": list(fields)},
                        )
                        for name, fields in METADATA.items()
                    ),
                ]
            },
        },
        "displayTimeUnit": {"enum": ["ms", "ns"]},
        "otherData": {"type": "object"},
    },
    "required": ["traceEvents"],
    "additionalProperties": False,
}


def problems(data: dict[str, Any]) -> list[str]:
    """Return what keeps a trace from being drawn as it is meant, in words."""
    found = [error.message for error in jsonschema.Draft202012Validator(SCHEMA).iter_errors(data)]
    tracks: dict[tuple[int, int], list[dict[str, Any]]] = {}
    for event in data["traceEvents"]:
        if event["ph"] != "M":
            tracks.setdefault((event["pid"], event["tid"]), []).append(event)
    return found or [problem for events in tracks.values() for problem in _of_track(events)]


def _of_track(events: Sequence[dict[str, Any]]) -> Iterator[str]:
    ends: list[float] = []
    begun = 0
    before = 0.0
    for event in events:
        if event["ts"] < before:
            yield f"{event} comes after an event of {before}"
        before = event["ts"]
        begun += {"B": 1, "E": -1}.get(event["ph"], 0)
        if begun < 0:
            yield f"{event} ends nothing"
        if event["ph"] == "X":
            while ends and ends[-1] <= event["ts"]:
                ends.pop()
            end = event["ts"] + event["dur"]
            if ends and end > ends[-1] + HALF_A_NANOSECOND:
                yield f"{event} goes on behind {ends[-1]}, when what is round it ends"
            ends.append(end)
    if begun > 0:
        yield f"{begun} beginnings have no end"
