"""In which way the run of a check is not the program's own: whose names stand in it, and whose times."""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader.model import ScheduleFinding, Span, Timeline, seconds

from .visible import cut, shorten, visible

MAX_LENGTH = 400
"""Characters of a sentence: what an author says of a driver is worth nothing without its end."""

MAX_LABEL = 40
"""Characters of a call."""

MAX_CALLS = 3
"""Calls whose times are told one by one."""


def setting(run: Timeline, source: str) -> str:
    """Say whose the names and times in a run are, where they are not the program's own; `source` is its text."""
    return " ".join(cut(visible(sentence), MAX_LENGTH) for sentence in _sentences(run, source))


def _sentences(run: Timeline, source: str) -> Iterator[str]:
    if run.about:
        name = run.target.partition("(")[0]
        names = [name, *(other for other in _unknown(run, source) if other != name)]
        does = "it" if len(names) == 1 else f"`{name}`"
        yield f"{_listed(names)} {_are(names)} the grader’s own code round the program. What {does} does: {run.about}"
    used: list[str] = []
    own: list[str] = []
    for replaced in run.replaced:
        module, _, name = replaced.rpartition(".")
        # what the grader gives is the program's only where the program names it
        (own if module == "given" and not re.search(rf"\b{name}\b", source) else used).append(name)
    if own:
        yield f"{_listed(own)} {_are(own)} the grader’s own, and no part of the program."
    if used:
        yield f"In this check the grader stands in for {_listed(used)}, with times and results of its own."
        yield from _times([span for span in _answered(run) if span.finished and span.function in used])
    elif run.target != "main()" and not run.about:
        yield "In this check the program’s functions are called with other values than in the example."


def _unknown(run: Timeline, source: str) -> list[str]:
    """Return the functions that ran and are nowhere in the program, but for those that the grader stands in for."""
    replaced = {name.rpartition(".")[2] for name in run.replaced}
    ran = dict.fromkeys(span.function for span in run.actual)
    words = {name: name.rpartition(".")[2] for name in ran}
    return [name for name, word in words.items() if word not in replaced and not re.search(rf"\b{word}\b", source)]


def _answered(run: Timeline) -> list[Span]:
    """Return the expected calls (the program's own where none are), of those given up the program's, if it waited."""
    waited = {span.label: span for span in run.actual if span.finished and not span.given_up}
    return [waited.get(span.label, span) if span.given_up else span for span in run.expected or run.actual]


def _listed(names: list[str]) -> str:
    shown = [f"`{name}`" for name in names]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def _are(names: list[str]) -> str:
    return "is" if len(names) == 1 else "are"


def _times(spans: list[Span]) -> Iterator[str]:
    """Say how long calls take that the grader answers."""
    times = sorted({span.end - span.start for span in spans})
    if len(times) == 1 and len(spans) > 1 and not any(span.given_up for span in spans):
        yield f"Here each call takes {seconds(times[0])}."
    elif 0 < len(spans) <= MAX_CALLS:
        yield f"Here {', '.join(map(_time, spans))}."
    elif spans:
        yield f"Here the calls take from {seconds(times[0])} to {seconds(times[-1])}."


def _time(span: Span) -> str:
    more = "more than " if span.given_up else ""
    label = re.sub(r"<[^<>]*>", "…", span.label)  # whose object that is cannot be told
    return f"`{shorten(visible(label), MAX_LABEL)}` takes {more}{seconds(span.end - span.start)}"


def otherwise(found: ScheduleFinding) -> str:
    """Say what came otherwise in a run than in the usual one, and how to run it again."""
    what = visible("; ".join(found.changes)) or "nothing that can be told"
    return (
        f"The usual run passes this check. Another one that may come as well (schedule {found.number} of "
        f"{found.schedules}) does not. What came otherwise: {what}. `--schedule {visible(found.token)}` runs it again."
    )
