"""Traces written by hand: seconds in, nanoseconds out."""

from __future__ import annotations

from grader.model import (
    NANOSECONDS,
    Blocked,
    CallEnded,
    CallStarted,
    Event,
    Outcome,
    Place,
    Printed,
    Resumed,
    Returned,
    Suspended,
    TaskEnded,
    TaskStarted,
    Trace,
)

FILE = "program.py"


def ns(seconds: float) -> int:
    return round(seconds * NANOSECONDS)


def at(line: int) -> Place:
    return Place(FILE, line)


def trace(*events: Event, ends: float = 0, outcome: Outcome | None = None) -> Trace:
    return Trace(target="main()", events=events, outcome=outcome or Returned(), duration_ns=ns(ends))


def task(time: float, number: int, name: str = "main()", parent: int | None = None, line: int = 1) -> TaskStarted:
    return TaskStarted(time=ns(time), task=number, parent=parent, name=name, place=at(line))


def task_ends(time: float, number: int) -> TaskEnded:
    return TaskEnded(time=ns(time), task=number, how="returned", detail="")


def call(
    time: float, number: int, function: str, task: int = 1, parent: int | None = None, line: int = 1
) -> CallStarted:
    return CallStarted(
        time=ns(time),
        call=number,
        task=task,
        parent=parent,
        function=function,
        arguments="",
        place=at(line),
        definition=at(1),
    )


def call_ends(time: float, number: int) -> CallEnded:
    return CallEnded(time=ns(time), call=number)


def waits(time: float, task: int, call: int, awaiting: str, line: int = 1) -> Suspended:
    return Suspended(time=ns(time), task=task, call=call, awaiting=awaiting, on=(), place=at(line))


def goes_on(time: float, task: int) -> Resumed:
    return Resumed(time=ns(time), task=task)


def prints(time: float, text: str, call: int | None = 1, stream: str = "stdout") -> Printed:
    return Printed(time=ns(time), stream=stream, text=text, task=1, call=call, place=at(1))  # type: ignore[arg-type]


def blocks(start: float, until: float, call: int) -> Blocked:
    return Blocked(time=ns(start), until=ns(until), task=1, call=call, what="time.sleep(1)", place=at(9))
