"""What the judge puts in place of a name in the learner's code.

A service runs in the judge. The learner's code awaits it like any coroutine; the judge sees the arguments, decides how
long it takes and what comes of it, and says nothing of either before its time.
"""

from __future__ import annotations

import contextlib
import inspect
from dataclasses import dataclass
from typing import Any

from grader.model import NANOSECONDS

Answer = tuple[int, str, object]
"""Nanoseconds until the reply, `returned` or `raised`, and the value or the exception."""


@dataclass(frozen=True, kw_only=True)
class Service:
    """A coroutine that the judge hosts. Each field is a value, or a function of the call's arguments."""

    seconds: Any = 0
    """How long a call takes."""
    returns: Any = None
    """What it returns: plain data."""
    raises: Any = None
    """The exception it raises instead (of a built-in class), or None."""
    may_vary: bool = False
    """Whether it may take 0.5 to 2 times as long when schedules are explored."""
    parameters: tuple[str, ...] = ()
    """Names of the parameters; without them, those of the first field that is a function, which have no default."""

    def bind(self, arguments: list[object], keywords: dict[str, object]) -> tuple[object, ...]:
        """Return the arguments in the order of the parameters. Raises TypeError as a call would.

        Arguments beyond the parameters are left out: what the service stands for took them, so they are its own affair.
        """
        names = self.parameters or self._parameters_of_functions()
        if not names:
            return (*arguments, *(keywords[name] for name in sorted(keywords)))
        arguments = arguments[: len(names)]
        parameters = [inspect.Parameter(name, inspect.Parameter.POSITIONAL_OR_KEYWORD) for name in names]
        bound = inspect.Signature(parameters).bind(*arguments, **keywords)
        return tuple(bound.arguments[name] for name in names)

    def _parameters_of_functions(self) -> tuple[str, ...]:
        for field in (self.seconds, self.returns, self.raises):
            if _is_function(field):
                parameters = inspect.signature(field).parameters.values()
                return tuple(parameter.name for parameter in parameters if parameter.default is parameter.empty)
        return ()

    def answer(self, arguments: tuple[object, ...]) -> Answer:
        """Decide what comes of a call.

        A learner may pass anything. Where the author's functions cannot take it, the call takes no time and returns
        None: the check tells with what it was called.
        """
        length = 0
        with contextlib.suppress(Exception):
            length = max(round(float(_value(self.seconds, arguments)) * NANOSECONDS), 0)
        with contextlib.suppress(Exception):
            error = _value(self.raises, arguments)
            if error is not None:
                return length, "raised", error
        with contextlib.suppress(Exception):
            return length, "returned", _value(self.returns, arguments)
        return length, "returned", None


def _is_function(field: object) -> bool:
    return callable(field) and not isinstance(field, type)


def _value(field: Any, arguments: tuple[object, ...]) -> Any:
    return field(*arguments) if _is_function(field) else field
