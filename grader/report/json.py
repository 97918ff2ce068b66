"""Report -> JSON, and the schema of it, published from the types."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from grader.model import Report, Tracing

DIALECT = "https://json-schema.org/draft/2020-12/schema"
"""The JSON Schema that the published schema is written in."""


def render(report: Report, *, width: int = 80, color: bool = False, unicode: bool = True) -> str:
    """Write a report as one JSON object, its keys in the order of the types."""
    return written(report)


def written(report: Report | Tracing) -> str:
    r"""Write a report, or the trace of a program, as one JSON object.

    UTF-8 cannot hold a lone surrogate, which a program's output or error text may: it is written as text, `\ud800`.
    """
    try:
        encoded = msgspec.json.encode(report)
    except UnicodeEncodeError:
        encoded = msgspec.json.encode(_without_surrogates(msgspec.to_builtins(report)))
    return msgspec.json.format(encoded, indent=2).decode("utf-8") + "\n"


def schema(kind: type[Report | Tracing] = Report) -> str:
    """Return the JSON Schema (2020-12) of a report, or of a trace, as docs/reference publishes it."""
    title = "A report of asyncgrade" if kind is Report else "What `grade trace` says of a program"
    described = {"$schema": DIALECT, "title": title, **msgspec.json.schema(kind)}
    return json.dumps(described, indent=2, ensure_ascii=False) + "\n"


def _without_surrogates(data: Any) -> Any:
    if isinstance(data, str):
        return data.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(data, dict):
        return {_without_surrogates(key): _without_surrogates(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_without_surrogates(item) for item in data]
    return data
