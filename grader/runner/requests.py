"""The services that the judge hosts in a run: what was asked, when each reply is due, and what became of it.

Nobody in the runner has a reply before its time, and the judge's clock is told here, never asked for.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from grader.model import Answered, Asked, Chose, Event

from . import values
from .channel import Ask, ProtocolError
from .job import OPENING, Job, Request
from .schedule import SERVICE_FACTORS, Latency

ITEMS = 1_000_000
"""Values within values that all calls of services together may hand over."""

Ending = Literal["returned", "raised", "cancelled"]


@dataclass
class _Open:
    """A request on its way."""

    service: str
    arguments: tuple[object, ...]
    start: int
    how: Ending = "returned"
    payload: object = None
    end: int | None = None


class Requests:
    """The requests of one run."""

    def __init__(self, job: Job, record: Callable[[Event], None]) -> None:
        """`record` gets what was seen of them."""
        self._job = job
        self._record = record
        self._asked: dict[int, _Open] = {}
        self._due: list[tuple[int, int]] = []
        self._last = 0
        self._items = [ITEMS]
        self._latency = Latency(job.schedule)
        self.last_answer = 0
        """When the last reply went down."""

    def __len__(self) -> int:
        """Return how many there were."""
        return len(self._asked)

    @property
    def varied(self) -> int:
        """How often a schedule chose how long a service takes."""
        return self._latency.made

    def ask(self, ask: Ask, now: int) -> None:
        """Take a request. Raises ProtocolError for one that cannot be."""
        service = self._job.replace.get(ask.service)
        if service is None or ask.request <= self._last:
            raise ProtocolError("a request that cannot be")
        self._last = ask.request
        try:
            arguments = [values.decode(argument, self._items) for argument in ask.arguments]
            keywords = {name: values.decode(argument, self._items) for name, argument in ask.keywords}
        except values.MalformedValue as error:
            raise ProtocolError(str(error)) from error
        bound: tuple[object, ...]
        try:
            bound = service.bind(arguments, keywords)
        except TypeError as error:
            bound = (*arguments, *keywords.values())
            length, how, payload = 0, "raised", TypeError(f"{ask.service}() {error}")
        else:
            length, how, payload = service.answer(bound)  # type: ignore[assignment]
            if ask.service == OPENING and how == "returned":
                payload = self._job.content(bound[0])  # type: ignore[assignment]
            length = self._varied(ask, length, now) if service.may_vary else length
        self._asked[ask.request] = _Open(ask.service, bound, now, how, payload)  # type: ignore[arg-type]
        heapq.heappush(self._due, (now + length, ask.request))
        texts = tuple(repr(argument)[:200] for argument in bound)
        self._record(Asked(time=now, request=ask.request, service=ask.service, arguments=texts, call=ask.call))

    def _varied(self, ask: Ask, length: int, now: int) -> int:
        """Return how long a service takes whose time may vary."""
        number, choice = self._latency.choose()
        longest = 2 * self._job.limits.virtual_ns + 2  # what takes longer never comes, not even in half the time
        actual = round(min(length, longest) * SERVICE_FACTORS[choice]) if choice else length
        if choice:
            self._record(
                Chose(
                    time=now,
                    knob="services",
                    number=number,
                    choice=choice,
                    task=None,
                    other=None,
                    usual=length,
                    actual=actual,
                    what=ask.service,
                    place=None,
                )
            )
        return actual

    def close(self, request: int, how: Ending, now: int) -> None:
        """End a request: it is answered, or its caller gave it up. Raises ProtocolError for one that is not open."""
        found = self._asked.get(request)
        if found is None or found.end is not None:
            raise ProtocolError("an answer to what was not asked")
        found.end, found.how = now, how
        self._record(Answered(time=now, request=request, how=how))

    def next_due(self) -> int | None:
        """Return when the next reply goes down; None: none is owed."""
        while self._due and self._asked[self._due[0][1]].end is not None:
            heapq.heappop(self._due)
        return self._due[0][0] if self._due else None

    def replies(self, now: int) -> list[list[object]]:
        """Return the replies that go down now, as they are sent."""
        sent: list[list[object]] = []
        while self.next_due() == now:
            _, request = heapq.heappop(self._due)
            found = self._asked[request]
            sent.append([request, found.how, values.encode(found.payload)])
            self.close(request, found.how, now)
            self.last_answer = now
        return sent

    def told(self) -> tuple[Request, ...]:
        """Return what was seen of each, in the order in which they came."""
        return tuple(
            Request(
                service=asked.service,
                arguments=asked.arguments,
                start=asked.start,
                end=asked.end,
                how=asked.how if asked.end is not None else "open",
            )
            for asked in self._asked.values()
        )
