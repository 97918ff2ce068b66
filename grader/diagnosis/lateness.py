"""Why a call began late: what the code that started it waited for right before.

The reference, run with the same inputs, says when each call could have begun, and each line been printed. Where one
came later, the calls round it are followed outwards until one of them had just stopped waiting: that is the cause.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from grader.model import NANOSECONDS, Part, Printed, Span, Suspended, seconds

from .case import Case, Run
from .words import quoted

TOLERANCE = NANOSECONDS // 1000

Kind = Literal["call", "lock", "barrier", "queue", "sleep", "other"]

GATHERS = ("asyncio.gather", "asyncio.wait(", "asyncio._wait(", "the tasks of the TaskGroup")
"""Waits for all of several tasks."""

_BARRIERS = (*GATHERS, "Barrier.", "Event.", "Condition.")
_FOR_OTHERS = (".acquire()", "Barrier.wait()", "Event.wait()", "Condition.wait()")


@dataclass(frozen=True)
class Late:
    """A call or a line that came late, and what it was held up by."""

    run: Run
    what: str
    """The call (of several, one in another, the innermost), or the text of the line."""
    verb: str
    """What it did late: `began`, `ended`, `was printed`."""
    time: int
    """Nanoseconds: when it did."""
    due: int
    """Nanoseconds: when the reference did."""
    waiter: Span
    """The call that waited."""
    part: Part
    """Its wait."""
    span: Span | None = None
    """The call that began late."""
    usual: Part | None = None
    """What the reference waited for at this place."""

    @property
    def kind(self) -> Kind:
        """What sort of thing was waited for."""
        return kind_of(self.run, self.waiter, self.part)

    @property
    def fact(self) -> str:
        """The lateness in words."""
        return f"{quoted(self.what)} {self.verb} at t={seconds(self.time)}; t={seconds(self.due)} was possible"


def kind_of(run: Run, waiter: Span, part: Part) -> Kind:
    """Return what sort of thing a call waited for. A group of one, or `as_completed`, is like a call."""
    what = part.what
    if what.endswith(".acquire()"):
        return "lock"
    if what.startswith(("asyncio.gather", "the tasks of the TaskGroup")):
        return "call" if len(waited_for(run, waiter, part)) <= 1 else "barrier"
    if what.endswith("_wait_for_one()"):
        return "call" if len(_under_way(run, waiter, part)) == 1 else "other"
    if what.startswith(_BARRIERS):
        return "barrier"
    if what.startswith(("Queue.", "PriorityQueue.", "LifoQueue.")):
        return "queue"
    if what.startswith("asyncio.sleep("):
        return "sleep"
    if any(span.label == what for span in run.spans) or what in run.names.values():
        return "call"
    return "other"


def waited_for(run: Run, waiter: Span, part: Part) -> tuple[int, ...]:
    """Return the tasks that a wait was for, as far as they are known."""
    found: tuple[int, ...] = ()
    for event in run.events(Suspended):
        if event.call == waiter.call and event.awaiting == part.what and part.start <= event.time < part.end:
            found = event.on if len(event.on) > len(found) else found
    return found


def _under_way(run: Run, waiter: Span, part: Part) -> list[int]:
    """Return the tasks of a call that were under way when a wait of it began."""
    started = [task.task for task in run.children.get(waiter.call, ()) if task.time <= part.start]
    return [task for task in started if task not in run.ends or run.ends[task].time > part.start]


def shared_functions(run: Run) -> list[str]:
    """Return the functions that both the program and the reference call, outermost first."""
    own = {span.function for span in run.spans}
    return [name for name in dict.fromkeys(span.function for span in run.expected) if name in own]


def of(spans: Sequence[Span], function: str) -> list[Span]:
    """Return the spans of one function."""
    return [span for span in spans if span.function == function]


def pairs(run: Run, function: str) -> list[tuple[Span, Span]]:
    """Return each call of a function beside the reference's; empty where they cannot be told apart."""
    actual, expected = of(run.spans, function), of(run.expected, function)
    if len(actual) != len(expected):
        return []
    by_label = {span.label: span for span in actual}
    in_turn = list(zip(_by_start(actual), _by_start(expected), strict=True))
    in_time = all(one.start <= other.start + TOLERANCE for one, other in in_turn)
    if not in_time and len(by_label) == len(actual) and by_label.keys() == {span.label for span in expected}:
        return [(by_label[span.label], span) for span in expected]
    if in_time or len({span.parent for span in actual}) == 1:
        return in_turn  # which of them comes first is open where all of them come in time
    assert run.expected_run is not None
    own, due = _by_caller(run, actual), _by_caller(run.expected_run, expected)
    if {key: len(found) for key, found in own.items()} != {key: len(found) for key, found in due.items()}:
        return []
    return [pair for key, found in own.items() for pair in zip(found, due[key], strict=True)]


def _by_caller(run: Run, found: Sequence[Span]) -> dict[tuple[str, ...], list[Span]]:
    """Return calls by their labels and those of all calls round them, each in turn."""
    groups: dict[tuple[str, ...], list[Span]] = {}
    for span in _by_start(found):
        labels, outer = [span.label], span
        while outer.parent in run.by_call:
            outer = run.by_call[outer.parent]
            labels.append(outer.label)
        groups.setdefault(tuple(labels), []).append(span)
    return groups


def _by_start(spans: Sequence[Span]) -> list[Span]:
    return sorted(spans, key=lambda span: (span.start, span.call))


def late_calls(run: Run) -> Iterator[Late]:
    """Yield the calls that began late for a reason of their own: those of outer functions first, earlier ones first.

    A call that is as late as the one round it, or that began when what it needs had ended, as in the reference, is late
    for the reason of another.
    """
    if run.expected_run is None:
        return
    functions = shared_functions(run)
    paired = {function: pairs(run, function) for function in functions}
    late = {actual.call: actual.start - expected.start for found in paired.values() for actual, expected in found}
    inside = _calls_inside(run, late)
    for function in functions:
        for actual, expected in sorted(paired[function], key=lambda pair: pair[0].start):
            delay = late[actual.call]
            if delay <= TOLERANCE or any(late.get(outer.call, 0) >= delay for outer in run.outer(actual)):
                continue
            work = [run.by_call[call] for call in inside.get(actual.call, ())]
            held_up = [span for span in work if late[span.call] > TOLERANCE]
            if work and not held_up:
                # It began later than the reference's, which waited inside it: what it is there for was not late.
                continue
            cause = wait_before(run, actual)
            usual = wait_before(run.expected_run, expected)
            if cause is not None and not (usual is not None and _is_alike(usual[1].what, cause[1].what)):
                first = min(held_up, key=lambda span: span.start, default=actual)
                due = first.start - late[first.call]
                yield Late(
                    run, first.label, "began", first.start, due, *_innermost(run, *cause), actual, usual and usual[1]
                )


def _is_alike(usual: str, cause: str) -> bool:
    """Whether two waits are for the same, or for calls of one function."""
    return usual == cause or (not usual.startswith("asyncio.") and usual.partition("(")[0] == cause.partition("(")[0])


def _calls_inside(run: Run, calls: Iterable[int]) -> dict[int, list[int]]:
    """Return which of some calls were made, directly or not, by each call."""
    found: dict[int, list[int]] = {}
    for call in calls:
        for outer in run.outer(run.by_call[call]):
            found.setdefault(outer.call, []).append(call)
    return found


def wait_before(run: Run, span: Span) -> tuple[Span, Part] | None:
    """Return the call round this one that stopped waiting when this one began, and its wait."""
    for outer in run.outer(span):
        for part in outer.parts:
            if part.kind == "waiting" and (part.end == span.start or _changed_calls(run, outer, part, span.start)):
                return outer, part
        if outer.start != span.start:
            return None
    return None


def _changed_calls(run: Run, outer: Span, part: Part, time: int) -> bool:
    """Whether a wait, which looks like one, was for a call that ended at a time and then for another one like it."""
    return part.start < time < part.end and any(
        span.parent == outer.call and span.label == part.what and span.end == time for span in run.spans
    )


def late_lines(run: Run) -> Iterator[Late]:
    """Yield the lines that were printed late, right after a wait of the call that printed them."""
    if run.expected_run is None:
        return
    expected = {line.text: line for line in run.expected_lines}
    for line in run.lines:
        due = expected.get(line.text)
        if due is None or line.time <= due.time + TOLERANCE:
            continue
        found, usual = _wait_of_printer(run, line), _wait_of_printer(run.expected_run, due)
        if found is None:
            continue
        alike = usual is not None and kind_of(run.expected_run, *usual) == kind_of(run, *found)
        if alike and (kind_of(run, *found) != "sleep" or found[1].start < due.time):
            continue
        yield Late(run, line.text, "was printed", line.time, due.time, *found)


def _wait_of_printer(run: Run, line: Printed) -> tuple[Span, Part] | None:
    """Return the call that printed a line, and its wait right before."""
    printer = run.by_call.get(line.call) if line.call is not None else None
    for part in printer.parts if printer is not None else ():
        if part.end == line.time and part.kind == "waiting" and printer is not None:
            return printer, part
    return None


def late_ends(run: Run) -> Iterator[Late]:
    """Yield the calls that ended late and had waited for others in between, in a way that the reference does not."""
    for function in shared_functions(run):
        usual = {part.what for expected in of(run.expected, function) for part in expected.parts}
        for actual, expected in pairs(run, function):
            if actual.end <= expected.end + TOLERANCE:
                continue
            for part in actual.parts:
                if part.kind == "waiting" and part.what not in usual and part.what.endswith(_FOR_OTHERS):
                    yield Late(run, actual.label, "ended", actual.end, expected.end, actual, part)


def _innermost(run: Run, waiter: Span, part: Part) -> tuple[Span, Part]:
    """Follow a wait for a helper of the learner's to what the helper waited for at its end."""
    known = set(shared_functions(run))
    for inner in run.spans:
        if (
            inner.parent == waiter.call
            and inner.label == part.what
            and inner.end == part.end
            and inner.function not in known
        ):
            last = inner.parts[-1] if inner.parts else None
            if last is not None and last.kind == "waiting" and last.end == inner.end:
                return _innermost(run, inner, last)
    return waiter, part


def is_usual(case: Case, span: Span, part: Part) -> bool:
    """Whether calls of this function make the same wait in any run of the reference, or in a run that was right.

    Then the exercise asks for it.
    """
    of_main = span.function == "main" or any(run.changed for run in case.runs)  # `main` may be right by luck
    return any(
        (other.what, other.end - other.start) == (part.what, part.end - part.start)
        for run in case.runs
        for expected in (run.expected if run.finding is not None or of_main else run.spans)
        if expected.function == span.function
        for other in expected.parts
    )


def began_late(runs: Sequence[Run]) -> Iterator[tuple[Late, Span]]:
    """Yield the calls of all runs that began late."""
    for run in runs:
        for late in late_calls(run):
            if late.span is not None:
                yield late, late.span


def came_late(runs: Sequence[Run]) -> Iterator[Late]:
    """Yield what else came late in any run: lines first, then ends of calls."""
    for run in runs:
        yield from late_lines(run)
    for run in runs:
        yield from late_ends(run)
