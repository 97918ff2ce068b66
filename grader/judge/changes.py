"""What came otherwise in a run, in the learner's words."""

from __future__ import annotations

from grader.model import Chose, Trace, seconds
from grader.trace import names

MOST = 4
"""Changes that are told; the rest is counted."""


def changes(trace: Trace) -> tuple[str, ...]:
    """Return what came otherwise than in the usual run, a phrase each, in the order in which it happened."""
    tasks = {number: f"`{name}`" for number, name in names(trace).items()}
    told = list(dict.fromkeys(_told(event, tasks, trace.target) for event in trace.events if isinstance(event, Chose)))
    if len(told) > MOST:
        told[MOST - 1 :] = [f"{len(told) - MOST + 1} more things came otherwise"]
    return tuple(told)


def _told(event: Chose, tasks: dict[int, str], target: str) -> str:
    who = tasks.get(event.task or 0, "")
    line = f" on line {event.place.line}" if event.place is not None else ""
    usual, actual = seconds(event.usual or 0), seconds(event.actual or 0)
    match event.knob:
        case "delays":
            return f"the wait{line}{' of ' + who if who else ''} took {actual}, not {usual}"
        case "services":
            return f"`{event.what.rpartition('.')[2]}` took {actual}, not {usual}"
        case "cost":
            return f"a step{line}{' of ' + who if who else ''} took {(event.actual or 0) / 1e6:g} ms, not 0"
        case "ties" if who and event.other in tasks:
            return f"{who} woke before {tasks[event.other]} at t={seconds(event.time)}, when both were due"
        case "ties":
            return f"what was due at t={seconds(event.time)} came in the other order"
        case "sets" if who:
            return f"{who} stood elsewhere in a set of tasks"
        case "sets":
            return "`as_completed` started its coroutines in another order"
        case "threads":
            return f"threads took turns in another order at t={seconds(event.time)}"
        case "io":
            return f"what was ready to be read at t={seconds(event.time)} was read in another order"
