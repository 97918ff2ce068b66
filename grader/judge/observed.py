"""What a check sees of a run. Every object compares with what the author expects, and can say how the two differ.

A comparison that fails is told in the learner's terms: what was expected and what happened, in the same grammar and
unit. A comparison that an author cannot have meant raises TypeError: that is no fault of the learner's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from grader.model import (
    NANOSECONDS,
    Blocked,
    LeftBehind,
    NeverAwaited,
    NeverRetrieved,
    Outcome,
    Place,
    Polled,
    Printed,
    Raised,
    SecondLoop,
    TaskStarted,
    Trace,
    seconds,
)
from grader.runner import Finished, Request
from grader.runner.values import Opaque

from .matchers import AnyOrder, At, Before, Call, Overlap, anything, equal, nanoseconds, same_time

MAX_LINES = 50
"""Lines of output that a difference shows; the rest is counted."""
MAX_LINE = 200
"""Characters of a line that a difference shows."""


@dataclass(frozen=True)
class Difference:
    """How what happened differs from what was expected."""

    message: str
    """One past-tense fact."""
    expected: tuple[str, ...]
    """A line each."""
    actual: tuple[str, ...]
    """A line each."""


class Observed:
    """Something that can say how it differs from what was expected."""

    __hash__ = None  # type: ignore[assignment]

    def difference(self, expected: object) -> Difference | None:
        """Return how this differs from `expected`, or None where it does not."""
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        return self.difference(other) is None


class Output(Observed):
    """Lines of standard output, each with its time."""

    def __init__(self, target: str, lines: Sequence[tuple[int, str]]) -> None:
        self.target = target
        self.lines = tuple(lines)

    def __iter__(self) -> object:
        return iter(self.lines)

    def __len__(self) -> int:
        return len(self.lines)

    @property
    def texts(self) -> Texts:
        """The lines without their times."""
        return Texts(self.target, [text for _, text in self.lines])

    def difference(self, expected: object) -> Difference | None:
        """Compare with a list of `at(…)`."""
        if not isinstance(expected, list | tuple) or not all(isinstance(item, At) for item in expected):
            raise TypeError(f"output can be compared with a list of at(…), not with {expected!r}")
        wanted: list[At] = list(expected)
        message = self._first_difference(wanted)
        if message is None:
            return None
        return Difference(message, _capped([line for moment in wanted for line in _shown(moment)]), self._shown())

    def _first_difference(self, wanted: list[At]) -> str | None:
        position = 0
        for moment in wanted:
            found = self.lines[position : position + len(moment.lines)]
            texts = [text for _, text in found]
            if sorted(texts) != sorted(moment.lines) or (moment.ordered and texts != list(moment.lines)):
                return self._text_difference(moment, position)
            late = [(time, text) for time, text in found if not same_time(time, moment.time)]
            if late:
                time, text = late[0]
                return f"`{_cut(text)}` was printed at t={seconds(time)}, not at t={seconds(moment.time)}"
            position += len(moment.lines)
        if position < len(self.lines):
            return f"a further line was printed: {_line(self.lines[position][1])}"
        return None

    def _text_difference(self, moment: At, position: int) -> str:
        texts = [text for _, text in self.lines]
        missing = [line for line in moment.lines if line not in texts]
        if not texts:
            return f"`{self.target}` printed nothing"
        if missing:
            return f"`{_cut(missing[0])}` was not printed"
        for found, due in zip(texts[position:], moment.lines, strict=False):
            if found not in moment.lines or (moment.ordered and found != due):
                return f"{_line(found)} was printed where {_line(due)} was due"
        return f"`{_cut(moment.lines[-1])}` was printed too early"

    def _shown(self) -> tuple[str, ...]:
        return _capped([f"t={seconds(time):<7} {text}" for time, text in self.lines]) or ("(nothing printed)",)


class Texts(Observed):
    """Lines of standard output, whatever their times."""

    def __init__(self, target: str, lines: Sequence[str]) -> None:
        self.target = target
        self.lines = tuple(lines)

    def difference(self, expected: object) -> Difference | None:
        """Compare with a list of lines."""
        if not isinstance(expected, list) or not all(isinstance(line, str) for line in expected):
            raise TypeError(f"texts can be compared with a list of lines, not with {expected!r}")
        if list(self.lines) == expected:
            return None
        shown = _capped(list(self.lines)) or ("(nothing printed)",)
        return Difference(self._first_difference(expected), _capped(expected), shown)

    def _first_difference(self, expected: list[str]) -> str:
        if not self.lines:
            return f"`{self.target}` printed nothing"
        for found, due in zip(self.lines, expected, strict=False):
            if found != due:
                return f"{_line(found)} was printed where {_line(due)} was due"
        if len(self.lines) > len(expected):
            return f"a further line was printed: {_line(self.lines[len(expected)])}"
        return f"`{_cut(expected[len(self.lines)])}` was not printed"


def _shown(moment: At) -> list[str]:
    note = "" if moment.ordered or len(moment.lines) < 2 else "  (any order)"
    return [f"t={seconds(moment.time):<7} {line}{note}" for line in moment.lines]


class Duration(Observed):
    """How long a run took; compares with seconds."""

    def __init__(self, target: str, time: int) -> None:
        self.target = target
        self.time = time

    def difference(self, expected: object) -> Difference | None:
        """Compare with a number of seconds."""
        if not isinstance(expected, int | float) or isinstance(expected, bool):
            raise TypeError(f"a duration can be compared with seconds, not with {expected!r}")
        if same_time(self.time, nanoseconds(expected)):
            return None
        wanted, found = seconds(nanoseconds(expected)), seconds(self.time)
        return Difference(
            f"`{self.target}` ended at t={found}, not at t={wanted}", (f"ends at t={wanted}",), (f"ends at t={found}",)
        )


class ReturnValue(Observed):
    """What a coroutine returned."""

    def __init__(self, target: str, value: object) -> None:
        self.target = target
        self.value = value

    def difference(self, expected: object) -> Difference | None:
        """Compare with a plain value: of the same type, too, save that 2 and 2.0 are the same."""
        if equal(self.value, expected):
            return None
        found = _cut(repr(self.value))
        return Difference(
            f"`{self.target}` returned {found}", (f"returns {_cut(repr(expected))}",), (f"returns {found}",)
        )


class RaisedError(Observed):
    """The exception that left a coroutine, as text."""

    def __init__(self, target: str, error: str | None) -> None:
        self.target = target
        self.error = error

    def difference(self, expected: object) -> Difference | None:
        """Compare with `ValueError: text`, or with None."""
        if expected is not None and not isinstance(expected, str):
            raise TypeError(f"raised can be compared with text like 'ValueError: no' or None, not with {expected!r}")
        if self.error == expected:
            return None
        found, wanted = (_cut(error or "nothing") for error in (self.error, expected))
        return Difference(f"`{self.target}` raised {found}", (f"raises {wanted}",), (f"raises {found}",))


def _cut(text: str, limit: int = 60) -> str:
    text = text.replace("\n", " ")
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _capped(lines: list[str]) -> tuple[str, ...]:
    """Return lines as they are shown: long ones cut, and only so many of them."""
    shown = [_cut(line, MAX_LINE) for line in lines[:MAX_LINES]]
    if len(lines) > MAX_LINES:
        shown.append(f"… and {len(lines) - MAX_LINES} more lines")
    return tuple(shown)


class Nothing(Observed):
    """Things that must not be there: tasks left behind, blocked stretches. Compares with an empty list."""

    def __init__(self, wanted: str, found: Sequence[tuple[str, str]]) -> None:
        """`found`: for each thing a headline and a line of the table."""
        self.wanted = wanted
        self.found = tuple(found)

    def difference(self, expected: object) -> Difference | None:
        """Compare with an empty list."""
        if not isinstance(expected, list) or expected:
            raise TypeError(f"this can be compared with [] only, not with {expected!r}")
        if not self.found:
            return None
        return Difference(self.found[0][0], (self.wanted,), tuple(line for _, line in self.found[:5]))

    def __bool__(self) -> bool:
        return bool(self.found)


class Count(Observed):
    """A number of things under way at once."""

    def __init__(self, message: str, unit: str, number: int) -> None:
        self.message = message
        self.unit = unit
        self.number = number

    def difference(self, expected: object) -> Difference | None:
        """Compare with a number."""
        if self.number == expected:
            return None
        return Difference(
            self.message.format(self.number), (f"{expected} {self.unit}",), (f"{self.number} {self.unit}",)
        )

    def at_most(self, limit: int) -> Difference | None:
        """Compare with an upper limit."""
        if self.number <= limit:
            return None
        return Difference(
            self.message.format(self.number), (f"at most {limit} {self.unit}",), (f"{self.number} {self.unit}",)
        )

    def __le__(self, limit: int) -> bool:
        return self.at_most(limit) is None


class Calls(Observed):
    """Calls of one service, in the order in which they began."""

    def __init__(self, name: str, requests: Sequence[Request], ended: int, *, unawaited: bool = False) -> None:
        """`unawaited`: whether coroutines were made and thrown away before they ran."""
        self.name = name.rpartition(".")[2]
        self.requests = tuple(requests)
        self._ended = ended
        self._none = f"`{self.name}` was called, but no call ran" if unawaited else f"`{self.name}` was never called"
        self._shown_none = f"no call of {self.name}{' that ran' if unawaited else ''}"

    def __len__(self) -> int:
        return len(self.requests)

    @property
    def arguments(self) -> list[tuple[object, ...]]:
        """Arguments of each call."""
        return [request.arguments for request in self.requests]

    @property
    def most_at_once(self) -> Count:
        """The largest number of calls under way at one time."""
        moments = [(request.start, 1) for request in self.requests] + [
            (self._end(request), -1) for request in self.requests
        ]
        most = now = 0
        for _, change in sorted(moments):
            now += change
            most = max(most, now)
        return Count(f"{{}} calls of `{self.name}` were under way at once", "at once", most)

    def always_at_once(self, number: int) -> Nothing:
        """Stretches in which fewer calls were under way, though another one had still to begin."""
        moments = sorted(
            {self._end(request) for request in self.requests} | {request.start for request in self.requests}
        )
        last = max((request.start for request in self.requests), default=0)
        found = [] if self.requests else [(self._none, self._shown_none)]
        gaps: list[tuple[int, int, int]] = []
        for start, end in pairwise([0, *moments]):
            busy = sum(request.start <= start and self._end(request) > start for request in self.requests)
            if start >= min(end, last) or busy >= number:
                continue
            if gaps and gaps[-1][::2] == (busy, start):
                start = gaps.pop()[1]
            gaps.append((busy, start, end))
        for busy, start, end in gaps:
            stretch = f"from t={seconds(start)} to t={seconds(end)}"
            found.append((f"{busy} of {number} calls of `{self.name}` were under way {stretch}", f"{busy} {stretch}"))
        return Nothing(f"{number} under way as long as another one has to begin", found)

    def _end(self, request: Request) -> int:
        return self._ended if request.end is None else request.end

    def difference(self, expected: object) -> Difference | None:
        """Compare with a list of calls, `any_order`, `overlap` or `before`."""
        match expected:
            case Overlap(calls=calls) | Before(calls=calls):
                wanted, ordered = list(calls), True
            case AnyOrder(items=items):
                wanted, ordered = list(items), False
            case list():
                wanted, ordered = expected, True
            case _:
                wanted, ordered = [], True
        if not isinstance(expected, Overlap | Before | AnyOrder | list) or not all(
            isinstance(call, Call) for call in wanted
        ):
            raise TypeError(f"calls can be compared with call(…) in a list or a matcher, not with {expected!r}")
        message = self._first_difference(wanted, ordered=ordered)
        if message is None and isinstance(expected, Overlap):
            message = self._not_overlapping()
        if message is None and isinstance(expected, Before):
            message = self._not_in_turn()
        if message is None:
            return None
        shown = [f"{self.name}{_wanted(call)}" for call in wanted]
        if isinstance(expected, Overlap):
            shown.append("all of them under way at once")
        if isinstance(expected, AnyOrder):
            shown.append("in any order")
        return Difference(message, tuple(shown), tuple(map(self._shown, self.requests)) or (self._shown_none,))

    def _first_difference(self, wanted: list[Call], *, ordered: bool) -> str | None:
        if not self.requests and wanted:
            return self._none
        if not ordered:
            if len(wanted) == len(self.requests) and _pairs(self.requests, wanted):
                return None
            wanted = sorted(wanted, key=_vagueness)
        rest = list(self.requests)
        for number, call in enumerate(wanted):
            fitting = [request for request in rest if _matches(request.arguments, call.arguments)]
            in_time = [request for request in fitting if call.time is None or same_time(request.start, call.time)]
            found = next(iter(fitting if ordered else in_time or fitting), None)
            if found is None:
                return f"`{self.name}{_wanted(Call(call.arguments, None))}` was not called{self._instead(rest, wanted)}"
            if ordered and found is not rest[0]:
                if not any(_matches(rest[0].arguments, due.arguments) for due in wanted[number:]):
                    return self._one_too_many(rest[0], wanted)
                return f"`{self._label(rest[0])}` began before `{self._label(found)}`"
            if call.time is not None and not same_time(found.start, call.time):
                return f"`{self._label(found)}` began at t={seconds(found.start)}, not at t={seconds(call.time)}"
            rest.remove(found)
        return self._one_too_many(rest[0], wanted) if rest else None

    def _one_too_many(self, request: Request, wanted: list[Call]) -> str:
        again = any(_matches(request.arguments, call.arguments) for call in wanted)
        return f"`{self._label(request)}` was called {'once more' if again else 'too'}"

    def _instead(self, rest: list[Request], wanted: list[Call]) -> str:
        other = [request for request in rest if not any(_matches(request.arguments, call.arguments) for call in wanted)]
        return f"; `{self._label(other[0])}` was" if other else ""

    def _not_overlapping(self) -> str | None:
        for earlier, later in zip(self.requests, self.requests[1:], strict=False):
            if later.start >= self._end(earlier) and later.start > earlier.start:
                return f"`{self._label(later)}` began when `{self._label(earlier)}` had ended"
        first = min(self.requests, key=self._end)
        late = [r for r in self.requests if r.start >= self._end(first) and r.start > first.start]
        return f"`{self._label(late[0])}` began when `{self._label(first)}` had ended" if late else None

    def _not_in_turn(self) -> str | None:
        for earlier, later in zip(self.requests, self.requests[1:], strict=False):
            if later.start < self._end(earlier):
                return f"`{self._label(later)}` began before `{self._label(earlier)}` had ended"
        return None

    def _label(self, request: Request) -> str:
        return f"{self.name}({', '.join(map(_argument, request.arguments))})"

    def _shown(self, request: Request) -> str:
        ended = "never answered" if request.end is None else f"t={seconds(request.end)}"
        if request.how == "cancelled":
            ended += ", cancelled"
        return f"{self._label(request)} from t={seconds(request.start)} to {ended}"


def _matches(found: tuple[object, ...], wanted: tuple[object, ...]) -> bool:
    return len(found) == len(wanted) and all(
        other is anything or equal(one, other) for one, other in zip(found, wanted, strict=True)
    )


def _vagueness(call: Call) -> tuple[int, bool]:
    return sum(argument is anything for argument in call.arguments), call.time is None


def _pairs(requests: Sequence[Request], wanted: Sequence[Call]) -> bool:
    """Whether each wanted call can be given a request of its own (augmenting paths, since `anything` fits several)."""
    fits = [
        [
            number
            for number, request in enumerate(requests)
            if _matches(request.arguments, call.arguments)
            and (call.time is None or same_time(request.start, call.time))
        ]
        for call in wanted
    ]
    taken: dict[int, int] = {}

    def place(call: int, seen: set[int]) -> bool:
        for number in fits[call]:
            if number not in seen:
                seen.add(number)
                if number not in taken or place(taken[number], seen):
                    taken[number] = call
                    return True
        return False

    return all(place(call, set()) for call in range(len(wanted)))


def _line(text: str) -> str:
    return f"`{_cut(text)}`" if text else "an empty line"


def _argument(value: object) -> str:
    """Write an argument: of an object that is no plain data, its class."""
    return f"<{value.type.rpartition('.')[2]}>" if isinstance(value, Opaque) else _cut(repr(value), 40)


def _wanted(call: Call) -> str:
    when = "" if call.time is None else f" from t={seconds(call.time)}"
    return f"({', '.join(_cut(repr(argument), 40) for argument in call.arguments)}){when}"


@dataclass(frozen=True)
class Run:
    """A run that is over, as a check sees it."""

    finished: Finished
    """What the runner brought home."""
    polling: tuple[tuple[str, Place | None], ...] = field(default=())
    """Tasks that poll, each with its line."""

    @property
    def trace(self) -> Trace:
        """The trace."""
        return self.finished.trace

    @property
    def outcome(self) -> Outcome:
        """How it ended."""
        return self.trace.outcome

    @property
    def output(self) -> Output:
        """Lines of standard output."""
        lines = [(e.time, e.text) for e in self.trace.events if isinstance(e, Printed) and e.stream == "stdout"]
        return Output(self.trace.target, lines)

    @property
    def duration(self) -> Duration:
        """How long it took."""
        return Duration(self.trace.target, self.trace.duration_ns)

    @property
    def returned(self) -> ReturnValue:
        """What the coroutine returned."""
        return ReturnValue(self.trace.target, self.finished.value)

    @property
    def raised(self) -> RaisedError:
        """The exception that left the coroutine, as `ValueError: text`; None where none did."""
        found = self.outcome
        text = f"{found.error}: {found.message}" if isinstance(found, Raised) else None
        return RaisedError(self.trace.target, text)

    def calls(self, service: str) -> Calls:
        """Return the calls of a service, by the name it stands behind."""
        if service not in self.trace.replaced:
            raise LookupError(f"no service stands behind {service!r} in this run")
        requests = [request for request in self.finished.requests if request.service == service]
        name = service.rpartition(".")[2]
        unawaited = any(isinstance(event, NeverAwaited) and event.function == name for event in self.trace.events)
        return Calls(service, requests, self.trace.duration_ns, unawaited=unawaited)

    @property
    def left_behind(self) -> Nothing:
        """Tasks unfinished at the end, coroutines never awaited, exceptions never looked at."""
        names = {e.task: e.name for e in self.trace.events if isinstance(e, TaskStarted)}
        found = []
        for event in self.trace.events:
            match event:
                case LeftBehind():
                    name = names.get(event.task, "a task")
                    found.append((f"`{name}` was unfinished when `{self.trace.target}` ended", f"{name}: unfinished"))
                case NeverAwaited():
                    found.append(
                        (f"a coroutine of `{event.function}` was never awaited", f"{event.function}: never awaited")
                    )
                case NeverRetrieved():
                    found.append(
                        (
                            f"nobody looked at an exception: {_cut(event.error)}",
                            f"exception never looked at: {event.error}",
                        )
                    )
        return Nothing("nothing left behind", found)

    @property
    def second_loops(self) -> Nothing:
        """Event loops in other threads, which do what tasks could do."""
        found = [
            (
                f"a thread ran an event loop of its own{_on_line(e.place)}",
                f"an event loop in a thread{_on_line(e.place)}",
            )
            for e in self.trace.events
            if isinstance(e, SecondLoop)
        ]
        return Nothing("one event loop runs all coroutines", found)

    @property
    def blocking(self) -> Nothing:
        """Stretches in which the event loop's thread stood still, and tasks that poll."""
        found = [
            (
                f"{e.what} blocked the event loop{_on_line(e.place)}",
                f"blocked for {seconds(e.until - e.time)}: {e.what}",
            )
            for e in self.trace.events
            if isinstance(e, Blocked)
        ]
        found += [(f"{what} polled{_on_line(place)}", f"polling{_on_line(place)}") for what, place in self.polling]
        if not self.polling:
            found += [
                (f"a task polled{_on_line(e.place)}", f"polling{_on_line(e.place)}")
                for e in self.trace.events
                if isinstance(e, Polled)
            ]
        return Nothing("the event loop is never blocked, nothing polls", found)


def _on_line(place: Place | None) -> str:
    return "" if place is None else f" on line {place.line}"


__all__ = ["NANOSECONDS", "Calls", "Difference", "Observed", "Output", "Run"]
