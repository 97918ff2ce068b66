"""Calls of a service: which, in which order, how many at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from itertools import pairwise, zip_longest

from grader.model import NANOSECONDS, seconds
from grader.runner import Request
from grader.runner.values import Opaque

from .difference import Count, Difference, Nothing, Observed, capped, cut
from .matchers import AnyOrder, Before, Call, Overlap, anything, equal, same_time

Leads = Callable[..., Iterable[object]]
"""Tells from the arguments of a call what is known when it has returned: the first argument of further calls."""


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
        # A call that nobody answered was under way to the end: not even the run's last moment comes after it.
        moments = [(request.start, 1) for request in self.requests] + [
            (request.end, -1) for request in self.requests if request.end is not None
        ]
        most = now = 0
        for _, change in sorted(moments):
            now += change
            most = max(most, now)
        return Count(f"{{}} calls of `{self.name}` were under way at once", "at once", most)

    @property
    def last_end(self) -> float:
        """When the last one had ended, in seconds."""
        return max(map(self._end, self.requests), default=0) / NANOSECONDS

    @property
    def unanswered(self) -> Nothing:
        """Calls that were given up, or were still under way when the run had ended."""
        found = [
            (f"`{self._label(request)}` was not waited for", self._shown(request))
            for request in self.requests
            if request.how in ("cancelled", "open")
        ]
        return Nothing(f"every call of {self.name} is waited for", found)

    def always_at_once(self, number: int, leads_to: Leads = lambda *_: ()) -> Nothing:
        """Stretches in which fewer calls were under way, though another one had still to begin.

        `leads_to` tells which calls are known only when another one has returned, such as pages by the links to them;
        all others are known from the beginning.
        """
        starts = sorted(request.start for request in self.requests)
        ends = sorted(map(self._end, self.requests))
        moments = sorted({*starts, *ends})
        waits = [*zip(self._known(leads_to), (request.start for request in self.requests), strict=True)]
        found = [] if self.requests else [(self._none, self._shown_none)]
        gaps: list[tuple[int, int, int]] = []
        for start, end in pairwise([0, *moments]):
            busy = bisect_right(starts, start) - bisect_right(ends, start)
            if start == end or busy >= number or not any(known <= start < begun for known, begun in waits):
                continue
            if gaps and gaps[-1][::2] == (busy, start):
                start = gaps.pop()[1]
            gaps.append((busy, start, end))
        for busy, start, end in gaps:
            stretch = f"from t={seconds(start)} to t={seconds(end)}"
            found.append((f"{busy} of {number} calls of `{self.name}` were under way {stretch}", f"{busy} {stretch}"))
        return Nothing(f"{number} under way as long as another one has to begin", found)

    def _known(self, leads_to: Leads) -> list[int]:
        """Return since when each call is known."""
        known: dict[str, int] = {}
        for request in sorted(self.requests, key=self._end):
            if request.how == "returned":
                with suppress(Exception):  # a learner may pass anything
                    for argument in leads_to(*request.arguments):
                        known.setdefault(repr((argument,)), self._end(request))
        return [known.get(repr(request.arguments[:1]), 0) for request in self.requests]

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
        shown = (
            self._expected(wanted, ordered=ordered)
            if isinstance(expected, AnyOrder | list)
            else [*map(self._due, wanted)]
        )
        if isinstance(expected, Overlap):
            shown.append("all of them under way at once")
        if isinstance(expected, AnyOrder):
            shown.append("in any order")
        return Difference(message, tuple(shown), capped([*map(self._shown, self.requests)]) or (self._shown_none,))

    def _expected(self, wanted: list[Call], *, ordered: bool) -> list[str]:
        """Return a line for each wanted call; one that is as it should be is written like the call, with its end."""
        beside = wanted if ordered else _beside(self.requests, wanted)
        pairs = zip_longest(self.requests, beside)
        return [
            self._shown(request) if request is not None and _fits(request, call) else self._due(call)
            for request, call in pairs
            if call is not None
        ]

    def _due(self, call: Call) -> str:
        return f"{self.name}{_wanted(call)}"

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
            in_time = [request for request in fitting if _fits(request, call)]
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


def _fits(request: Request, call: Call) -> bool:
    in_time = call.time is None or same_time(request.start, call.time)
    return in_time and _matches(request.arguments, call.arguments)


def _beside(requests: Sequence[Request], wanted: Sequence[Call]) -> list[Call]:
    """Return wanted calls in the order of the calls that they fit; the rest of them where nothing fits."""
    rest = list(wanted)
    found: list[Call | None] = []
    for request in requests:
        place = next((number for number, call in enumerate(rest) if _fits(request, call)), None)
        found.append(None if place is None else rest.pop(place))
    others = iter(rest)
    return [call for call in [call or next(others, None) for call in found] if call is not None] + list(others)


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


def _argument(value: object) -> str:
    """Write an argument: of an object that is no plain data, its class."""
    return f"<{value.type.rpartition('.')[2]}>" if isinstance(value, Opaque) else cut(repr(value), 40)


def _wanted(call: Call) -> str:
    when = "" if call.time is None else f" from t={seconds(call.time)}"
    return f"({', '.join(cut(repr(argument), 40) for argument in call.arguments)}){when}"
