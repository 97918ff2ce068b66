"""What stands in the program for a name behind which the judge hosts a service.

It takes what the function in its place takes, asks the judge, and waits for the answer in virtual time. What the answer
is, and when it comes, only the judge knows.
"""

from __future__ import annotations

import asyncio
import inspect
import sys
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any

from .channel import Channel
from .recorder.recorder import Recorder
from .values import decode, encode
from .virtual.clock import JudgedClock
from .virtual.loop import VirtualLoop

Deliver = Callable[[str, Any, int], None]
Call = tuple[tuple[Any, ...], dict[str, Any]]

FUTURES = frozenset(
    {"create_future", "create_task", "ensure_future", "gather", "run_in_executor", "shield", "wrap_future"}
)
"""A plain function that uses one of these hands out something that is under way already."""


class Services:
    """Makes services, and carries their requests."""

    def __init__(self, channel: Channel, clock: JudgedClock, recorder: Recorder) -> None:
        self._channel = channel
        self._clock = clock
        self._recorder = recorder
        self._requests = 0

    def begin(self) -> None:
        """Begin with nothing asked."""
        self._requests = 0

    def make(self, service_name: str, original: Any) -> Callable[..., Awaitable[Any]]:
        """Return what takes the place of `original`. The recorder knows it by its variable `service_name`."""
        request = self._request
        in_order = _binder(original)

        async def service(*arguments: Any, **keywords: Any) -> Any:
            return await request(service_name, *in_order(arguments, keywords))

        def begun(*arguments: Any, **keywords: Any) -> asyncio.Task[Any]:
            return asyncio.get_running_loop().create_task(service(*arguments, **keywords))

        service.__name__ = service.__qualname__ = service_name.rpartition(".")[2]
        return begun if _gives_futures(original) else service

    def ask(
        self, service: str, arguments: Iterable[Any], deliver: Deliver, keywords: Mapping[str, Any] | None = None
    ) -> int:
        """Ask the judge, who calls `deliver(how, value, time)` with its reply; return the request's number."""
        _, call, _ = self._recorder.here(sys._getframe())
        self._requests += 1
        number = self._requests
        self._recorder.settle()
        named = [[name, encode(value)] for name, value in (keywords or {}).items()]
        self._channel.post(["ask", self._clock.now, number, service, [*map(encode, arguments)], named, call])
        self._clock.expect(number, deliver)
        return number

    async def _request(self, service: str, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> Any:
        loop: Any = asyncio.get_running_loop()
        if not isinstance(loop, VirtualLoop):
            raise RuntimeError(f"{service}() was called under an event loop of another kind")
        answer: asyncio.Future[Any] = loop.create_future()
        order = loop.next_order()

        def deliver(how: str, value: Any, now: int) -> None:
            loop.schedule(now, order, _settle, (answer, how, value))
            loop._write_to_self()

        number = self.ask(service, arguments, deliver, keywords)
        try:
            return await answer
        except asyncio.CancelledError:
            if self._clock.forget(number):
                self._channel.post(["give-up", self._clock.now, number])
            raise


def _settle(answer: asyncio.Future[Any], how: str, value: Any) -> None:
    if answer.done():
        return
    if how == "returned":
        answer.set_result(decode(value))
    else:
        answer.set_exception(decode(value))


def _binder(function: Any) -> Callable[[Any, Any], Call]:
    """Return what puts a call's arguments in the order of the parameters, defaults included, as the function would.

    It raises TypeError as the call itself would. Arguments of a function whose parameters cannot be told, or that takes
    any number of them, stay as they are.
    """
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):
        return lambda arguments, keywords: (arguments, keywords)
    variable = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    if any(parameter.kind in variable for parameter in signature.parameters.values()):
        return lambda arguments, keywords: (arguments, keywords)

    def in_order(arguments: Any, keywords: Any) -> Call:
        if _is_async_def(function):
            function(*arguments, **keywords).close()  # raises in Python's own words; nothing of it runs
        bound = signature.bind(*arguments, **keywords)
        bound.apply_defaults()
        return tuple(bound.arguments.values()), {}

    return in_order


def _is_async_def(function: Any) -> bool:
    code = getattr(function, "__code__", None)
    return code is not None and bool(code.co_flags & inspect.CO_COROUTINE)


def _gives_futures(function: Any) -> bool:
    """Whether a plain function hands out something that is under way already: what stands for it must do so too."""
    code = getattr(function, "__code__", None)
    return code is not None and not _is_async_def(function) and not FUTURES.isdisjoint(code.co_names)
