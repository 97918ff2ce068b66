"""Signals while the work goes on: the first that asks for its end is heeded, others find it ending already."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NoReturn

_ENDING = ("SIGINT", "SIGTERM", "SIGHUP")
_DRAWING = ("SIGWINCH", "SIGCONT")


class Ended(KeyboardInterrupt):
    """The work is to end at once; not an `Exception`, and one that pytest lets through like Ctrl-C."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        """The signal's."""


@contextmanager
def signals(draw: Callable[[], None]) -> Iterator[None]:
    """Raise Ended once, in the main thread, where a signal asks for the end; call `draw` where the terminal changed.

    A signal that is ignored, as by `nohup`, stays so.
    """

    def end(number: int, frame: object) -> NoReturn:
        for other in ending:
            signal.signal(other, signal.SIG_IGN)
        raise Ended(number)

    ending = [number for number in _numbers(_ENDING) if signal.getsignal(number) != signal.SIG_IGN]
    drawing = _numbers(_DRAWING)
    before = {number: signal.getsignal(number) for number in (*ending, *drawing)}
    for number in ending:
        signal.signal(number, end)
    for number in drawing:
        signal.signal(number, lambda *_: draw())
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _numbers(names: tuple[str, ...]) -> list[signal.Signals]:
    """Return the signals of these names that the platform has."""
    return [getattr(signal, name) for name in names if hasattr(signal, name)]


class Gate:
    """Lets another thread call off the work of the main thread, while it is at work or when it is about to begin."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._is_open = False
        self._is_asked = False
        self.was_used = False
        """Whether the work was called off."""

    def open(self) -> None:
        """Begin the work. Raises Ended where it was called off before it began."""
        with self._lock:
            if self._is_asked:
                self.was_used = True
                raise Ended(signal.SIGINT)
            self._is_open = True

    def close(self) -> None:
        """End it; afterwards nothing is called off any more."""
        with self._lock:
            self._is_open = False

    def call_off(self) -> bool:
        """Raise Ended in the main thread, as Ctrl-C would, if it is at work; return whether it is."""
        with self._lock:
            self._is_asked = True
            if self._is_open and not self.was_used:
                self.was_used = True
                if hasattr(signal, "pthread_kill"):  # it wakes the main thread where that waits for a program
                    signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
                else:
                    signal.raise_signal(signal.SIGINT)
            return self._is_open
