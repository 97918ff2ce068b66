"""What every event has."""

from __future__ import annotations

from typing import ClassVar

import msgspec


class Base(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """Something that happened at `time`."""

    observed: ClassVar[bool] = False
    time: int
    """Nanoseconds since the coroutine under test was called."""
