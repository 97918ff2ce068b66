"""A run as a check sees it: what it printed and called, how long it took, what it left behind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from grader.model import (
    Blocked,
    Cancelled,
    Computed,
    Evidence,
    LeftBehind,
    NeverAwaited,
    NeverRetrieved,
    Outcome,
    Place,
    Polled,
    Printed,
    Raised,
    ResourceLeftOpen,
    SecondLoop,
    TaskStarted,
    Trace,
    seconds,
)
from grader.runner import Finished

from .calls import Calls
from .difference import Difference, Nothing, Observed, cut
from .lines import Output
from .matchers import equal, nanoseconds, same_time


class Duration(Observed):
    """How long a run took, with all that it left going on; compares with seconds."""

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
        found = cut(repr(self.value))
        return Difference(
            f"`{self.target}` returned {found}", (f"returns {cut(repr(expected))}",), (f"returns {found}",)
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
        found, wanted = (cut(error or "nothing") for error in (self.error, expected))
        return Difference(f"`{self.target}` raised {found}", (f"raises {wanted}",), (f"raises {found}",))


@dataclass(frozen=True)
class Run:
    """A run that is over, as a check sees it."""

    finished: Finished
    """What the runner brought home."""
    polling: Callable[[], Sequence[tuple[str, Place | None]]] = tuple
    """Finds the tasks that poll, each with its line: few checks ask."""
    looked: set[Evidence] = field(default_factory=set)
    """What kinds of evidence a check has looked at, in this run or in its others."""

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
        self.looked.add("observed")
        lines = [(e.time, e.text) for e in self.trace.events if isinstance(e, Printed) and e.stream == "stdout"]
        return Output(self.trace.target, lines)

    @property
    def duration(self) -> Duration:
        """How long it took."""
        self.looked.add("observed")
        return Duration(self.trace.target, self.finished.over_ns)

    @property
    def returned(self) -> ReturnValue:
        """What the coroutine returned."""
        self.looked.add("observed")
        return ReturnValue(self.trace.target, self.finished.value)

    @property
    def raised(self) -> RaisedError:
        """The exception that left the coroutine, as `ValueError: text` or `CancelledError`; None where none did."""
        self.looked.add("observed")
        match self.outcome:
            case Raised(error=error, message=message):
                text: str | None = f"{error}: {message}"
            case Cancelled():
                text = "CancelledError"
            case _:
                text = None
        return RaisedError(self.trace.target, text)

    def calls(self, service: str) -> Calls:
        """Return the calls of a service, by the name it stands behind."""
        self.looked.add("observed")
        if service not in self.trace.replaced:
            raise LookupError(f"no service stands behind {service!r} in this run")
        requests = [request for request in self.finished.requests if request.service == service]
        name = service.rpartition(".")[2]
        unawaited = any(isinstance(event, NeverAwaited) and event.function == name for event in self.trace.events)
        return Calls(service, requests, self.trace.duration_ns, unawaited=unawaited)

    @property
    def left_behind(self) -> Nothing:
        """Tasks unfinished at the end, coroutines never awaited, errors never looked at, connections never closed."""
        self.looked.add("reported")
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
                            f"nobody looked at an exception: {cut(event.error)}",
                            f"exception never looked at: {event.error}",
                        )
                    )
                case ResourceLeftOpen():
                    opened = f"{event.what}{_opened_on(event.place)}"
                    found.append((f"{opened} was never closed", f"{opened}: never closed"))
        return Nothing("nothing left behind", found)

    @property
    def second_loops(self) -> Nothing:
        """Event loops in other threads, which do what tasks could do."""
        self.looked.add("reported")
        found = [
            (
                f"a thread ran an event loop of its own{_online_of(e.place)}",
                f"an event loop in a thread{_online_of(e.place)}",
            )
            for e in self.trace.events
            if isinstance(e, SecondLoop)
        ]
        return Nothing("one event loop runs all coroutines", found)

    @property
    def blocking(self) -> Nothing:
        """Stretches in which the event loop's thread stood still or computed for long, and tasks that poll."""
        self.looked.add("reported")
        found = []
        for event in self.trace.events:
            match event:
                case Blocked():
                    where = _online_of(event.place)
                    long = f" for {seconds(event.until - event.time)}" if event.until > event.time else where
                    found.append((f"{event.what} blocked the event loop{where}", f"blocked{long}: {event.what}"))
                case Computed():
                    where = _online_of(event.place)
                    found.append((f"a computation held up the event loop{where}", f"computed for long{where}"))
        pollers = self.polling()
        found += [
            (f"{what} asked again and again (polled){_online_of(place)}", f"polling{_online_of(place)}")
            for what, place in pollers
        ]
        if not pollers:
            found += [
                (f"a task asked again and again (polled){_online_of(e.place)}", f"polling{_online_of(e.place)}")
                for e in self.trace.events
                if isinstance(e, Polled)
            ]
        return Nothing("the event loop is never blocked, nothing polls", found)


def _opened_on(place: Place | None) -> str:
    return "" if place is None else f" (opened on line {place.line} of {place.file})"


def _online_of(place: Place | None) -> str:
    return "" if place is None else f" on line {place.line}"
