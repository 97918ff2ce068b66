"""Every way to read the time, on the virtual clock: the functions of `time`, and the class `datetime.datetime`.

Time of day begins at `EPOCH`, in UTC wherever the machine stands, so that two runs see the same date. Processor time is
what a loop has spent with reading it: computing costs no virtual time.

The patches are in place before the learner's file is loaded, so that `from time import sleep` and
`from datetime import datetime` get them too. `date.today` and `datetime.today` ask `time.time` by its name, so they
follow (Modules/_datetimemodule.c; `tests/runner/test_time.py` fails where they do not).
"""

from __future__ import annotations

import datetime as datetime_module
import logging
import os
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from .clock import SECOND

if TYPE_CHECKING:
    from ..blocking.blocking import VirtualTime

EPOCH = 1_767_225_600 * SECOND
"""What `time.time()` says at t=0: 2026-01-01 00:00 UTC."""

MICROSECOND = SECOND // 1_000_000
UTCNOW = (
    "datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use timezone-aware "
    "objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC)."
)
"""The warning of Python 3.12 (Modules/_datetimemodule.c)."""

_localtime, _gmtime, _ctime = time.localtime, time.gmtime, time.ctime
_asctime, _strftime = time.asctime, time.strftime
_clock_gettime: Callable[[int], float] | None = getattr(time, "clock_gettime", None)
_clock_gettime_ns: Callable[[int], int] | None = getattr(time, "clock_gettime_ns", None)
MACHINE = SimpleNamespace(sleep=time.sleep, monotonic=time.monotonic, monotonic_ns=time.monotonic_ns)
"""The machine's own clock, for what lives in real time."""

_CLOCKS = {
    "time": ("CLOCK_REALTIME", "CLOCK_TAI"),
    "monotonic": (
        "CLOCK_MONOTONIC",
        "CLOCK_MONOTONIC_RAW",
        "CLOCK_MONOTONIC_RAW_APPROX",
        "CLOCK_BOOTTIME",
        "CLOCK_UPTIME",
        "CLOCK_UPTIME_RAW",
        "CLOCK_UPTIME_RAW_APPROX",
    ),
    "process_time": ("CLOCK_PROCESS_CPUTIME_ID", "CLOCK_THREAD_CPUTIME_ID", "CLOCK_PROF"),
}
"""Which clock of the system is which of ours."""


def functions(virtual: VirtualTime) -> dict[str, Callable[..., Any]]:
    """Return what takes the place of each function of `time`."""
    clocks: dict[str, Callable[[str], int]] = {
        "time": lambda reader: EPOCH + virtual.look(reader),
        "monotonic": virtual.look,
        "perf_counter": virtual.look,
        "process_time": virtual.processor,
        "thread_time": virtual.processor,
    }
    made = [function for name, look in clocks.items() for function in _pair(name, look)]
    made += _of_now(lambda reader: (EPOCH + virtual.look(reader)) // SECOND)
    found = {function.__name__: function for function in made} | {"sleep": virtual.sleep}
    return found if _clock_gettime is None else found | _clocks(found)


def _pair(name: str, look: Callable[[str], int]) -> list[Callable[..., Any]]:
    """Make the two functions of a clock: in seconds, and in nanoseconds."""
    in_seconds, in_nanoseconds = f"time.{name}()", f"time.{name}_ns()"

    def seconds() -> float:
        return look(in_seconds) / SECOND

    def nanoseconds() -> int:
        return look(in_nanoseconds)

    seconds.__name__ = seconds.__qualname__ = name
    nanoseconds.__name__ = nanoseconds.__qualname__ = f"{name}_ns"
    return [seconds, nanoseconds]


def _of_now(now: Callable[[str], int]) -> list[Callable[..., Any]]:
    """Make the functions that take a time and, without one, tell of now."""

    def localtime(seconds: float | None = None, /) -> time.struct_time:
        return _localtime(now("time.localtime()") if seconds is None else seconds)

    def gmtime(seconds: float | None = None, /) -> time.struct_time:
        return _gmtime(now("time.gmtime()") if seconds is None else seconds)

    def ctime(seconds: float | None = None, /) -> str:
        return _ctime(now("time.ctime()") if seconds is None else seconds)

    def asctime(*when: Any) -> str:
        return _asctime(*when or (_localtime(now("time.asctime()")),))

    def strftime(format: str, /, *when: Any) -> str:
        return _strftime(format, *when or (_localtime(now("time.strftime()")),))

    return [localtime, gmtime, ctime, asctime, strftime]


def _clocks(found: dict[str, Callable[..., Any]]) -> dict[str, Callable[..., Any]]:
    assert _clock_gettime is not None
    assert _clock_gettime_ns is not None
    numbers = {getattr(time, name): ours for ours, names in _CLOCKS.items() for name in names if hasattr(time, name)}
    real, real_ns = _clock_gettime, _clock_gettime_ns

    def clock_gettime(clk_id: int, /) -> float:
        return found[numbers[clk_id]]() if clk_id in numbers else real(clk_id)

    def clock_gettime_ns(clk_id: int, /) -> int:
        return found[f"{numbers[clk_id]}_ns"]() if clk_id in numbers else real_ns(clk_id)

    return {"clock_gettime": clock_gettime, "clock_gettime_ns": clock_gettime_ns}


# --- datetime --------------------------------------------------------------------------------------------------------

_datetime = datetime_module.datetime


def datetime_class(time_of_day: Callable[[str], int]) -> type:
    """Return what takes the place of `datetime.datetime`: the class itself, but for what asks the machine's clock.

    `time_of_day` returns nanoseconds since 1970, and is told what asks. A value that Python's own C code makes is of
    the class beneath; it passes for one of this class.
    """

    class Meta(type):
        def __instancecheck__(cls, instance: object) -> bool:
            return isinstance(instance, _datetime) if cls is datetime else type.__instancecheck__(cls, instance)

        def __subclasscheck__(cls, subclass: type) -> bool:
            return issubclass(subclass, _datetime) if cls is datetime else type.__subclasscheck__(cls, subclass)

    class datetime(_datetime, metaclass=Meta):
        __slots__ = ()
        __doc__ = _datetime.__doc__

        def __repr__(self) -> str:
            text = _datetime.__repr__(self)
            return f"datetime.{text}" if type(self) is datetime else text

        @classmethod
        def now(cls, tz: Any = None) -> Any:
            microseconds = time_of_day("datetime.now()") // MICROSECOND
            seconds, microsecond = divmod(microseconds, 1_000_000)
            return cls.fromtimestamp(seconds, tz).replace(microsecond=microsecond)

        @classmethod
        def today(cls) -> Any:
            return cls.now()

        @classmethod
        def utcnow(cls) -> Any:
            if sys.version_info >= (3, 12):
                warnings.warn(UTCNOW, DeprecationWarning, stacklevel=2)
            return cls.now(datetime_module.UTC).replace(tzinfo=None)

    for name in ("__module__", "__qualname__"):
        setattr(datetime, name, "datetime")
    for name in ("min", "max"):
        value = getattr(_datetime, name)
        setattr(datetime, name, datetime.combine(value.date(), value.time()))
    return datetime


def install(virtual: VirtualTime) -> None:
    """Put all that tells the time on the virtual clock, in UTC; for the runner only.

    Other programs live in real time: `subprocess` waits for them by the machine's clock.
    """
    if hasattr(time, "tzset"):
        os.environ["TZ"] = "UTC"
        time.tzset()
    for name, function in functions(virtual).items():
        setattr(time, name, function)
    datetime_module.datetime = datetime_class(lambda reader: EPOCH + virtual.look(reader))  # type: ignore[misc, assignment]
    subprocess.time = MACHINE  # type: ignore[attr-defined]
    logging._startTime = EPOCH if sys.version_info >= (3, 13) else EPOCH / SECOND  # type: ignore[attr-defined]
