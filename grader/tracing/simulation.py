"""What a run had otherwise than the program would have it elsewhere: told in sentences, each with its line."""

from __future__ import annotations

from collections.abc import Iterator

from grader.model import CallStarted, Deadlocked, NotSimulated, Place, RealTime, ResourceLeftOpen, TaskStarted, Trace

_REFUSED = "a run reaches only servers that it starts itself (--real-time: all)"


def limits_of(trace: Trace, *, real_time: bool, left_out: tuple[str, ...], most_calls: int) -> tuple[str, ...]:
    """Say what could not be simulated, and what could not be looked into, or is too much to be shown."""
    return (*_of(trace, real_time), *_files(left_out), *_calls(trace, most_calls))


def _of(trace: Trace, real_time: bool) -> Iterator[str]:
    for event in trace.events:
        match event:
            case RealTime() if real_time:
                yield "time passed for real, as was asked for: the times are this run’s, and not exact"
            case RealTime(reason=reason):
                yield f"{reason} was waited for in real time: from then on the times are this run’s, and not exact"
            case NotSimulated(what=what, place=place, instead=instead):
                yield f"{what}{_on(place)}: {instead or _REFUSED}"
            case _:
                pass
    waiting = server(trace)
    if isinstance(trace.outcome, Deadlocked) and waiting is not None and awaits_clients(trace, trace.outcome):
        yield f"clients of the server{_on(waiting.place)}: the program has none itself now (--real-time: any can come)"


def awaits_clients(trace: Trace, outcome: Deadlocked) -> bool:
    """Whether clients from outside could wake an idle program: not where it waits as a client of its own server."""
    started = {event.task for event in trace.events if isinstance(event, TaskStarted) and event.place is not None}
    serves = any(waiter.awaiting.startswith("Server.") for waiter in outcome.waiters)
    reads = any(waiter.number in started and waiter.awaiting.startswith("StreamReader.") for waiter in outcome.waiters)
    return server(trace) is not None and (serves or not reads)


def server(trace: Trace) -> ResourceLeftOpen | None:
    """Return the server that was open when the run ended."""
    opened = (event for event in trace.events if isinstance(event, ResourceLeftOpen))
    return next((event for event in opened if event.what == "a server"), None)


def _files(left_out: tuple[str, ...]) -> Iterator[str]:
    if left_out:
        more = f" and {len(left_out) - 1} more" if len(left_out) > 1 else ""
        yield f"calls in {left_out[0]}{more} are not shown: too large, too many, or not text in UTF-8"


def _calls(trace: Trace, most: int) -> Iterator[str]:
    calls = sum(isinstance(event, CallStarted) for event in trace.events)
    if calls > most:
        yield f"{calls - most:,} of {calls:,} calls are not shown: a timeline has the first {most:,}"


def _on(place: Place | None) -> str:
    return f" ({place.file}, line {place.line})" if place is not None else ""
