"""Keys as they are pressed, without Enter: a thread that tells each one, from `with` to its end.

The terminal is as it was when `with` ends, whichever way. Ctrl-C stays what it is: a signal. There are two ways to read
keys, by platform, behind one function; where standard input is no terminal, or belongs to another program, there are
none.
"""

from __future__ import annotations

import os
import re
import select
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O.|.)", re.DOTALL)
"""What arrows and other keys send that are no character."""

ESCAPE = "\x1b"


def pressed(text: str) -> list[str]:
    """Return the keys that a terminal tells of: lower case, Enter as a newline; none for arrows and the like."""
    return list(_SEQUENCE.sub("", text).replace("\r", "\n").lower())


def are_to_be_had() -> bool:
    """Tell whether keys can be read: standard input is a terminal, and this program is the one in its foreground."""
    if sys.stdin is None or sys.stdin.closed or not sys.stdin.isatty():
        return False
    if sys.platform == "win32":
        return True
    with suppress(OSError, ImportError):
        import termios  # noqa: F401

        return os.tcgetpgrp(sys.stdin.fileno()) == os.getpgrp()
    return False


if sys.platform == "win32":
    import msvcrt

    _LOOK = 0.05
    """Seconds between two looks for a key."""

    @contextmanager
    def keys(tell: Callable[[str], None]) -> Iterator[Callable[[], None]]:
        """Call `tell`, in a thread, for each key; yield what to call when the terminal was another program's."""
        stop = threading.Event()

        def follow() -> None:
            while not stop.wait(_LOOK):
                while msvcrt.kbhit():
                    key = msvcrt.getwch()
                    if key in "\x00\xe0":  # an arrow or the like: a second character says which
                        msvcrt.getwch()
                    else:
                        for one in pressed(key):
                            tell(one)

        thread = threading.Thread(target=follow, name="keys", daemon=True)
        thread.start()
        try:
            yield lambda: None
        finally:
            stop.set()
            thread.join()

else:

    @contextmanager
    def keys(tell: Callable[[str], None]) -> Iterator[Callable[[], None]]:
        """Call `tell`, in a thread, for each key; yield what to call when the terminal was another program's."""
        import termios
        import tty

        def begin() -> None:
            with suppress(termios.error):  # the terminal itself may be gone
                tty.setcbreak(terminal, termios.TCSANOW)

        terminal = os.dup(sys.stdin.fileno())  # pytest puts another file in the place of standard input
        before = termios.tcgetattr(terminal)
        woken, wake = os.pipe()
        thread = threading.Thread(target=_follow, args=(terminal, woken, tell), name="keys", daemon=True)
        try:
            begin()
            thread.start()
            yield begin
        finally:
            with suppress(termios.error):
                termios.tcsetattr(terminal, termios.TCSANOW, before)
            os.close(wake)
            if thread.ident is not None:
                thread.join()
            os.close(woken)
            os.close(terminal)

    def _follow(terminal: int, woken: int, tell: Callable[[str], None]) -> None:
        """Tell keys until the other end of `woken` is closed, or the terminal is gone."""
        while woken not in (ready := select.select([terminal, woken], [], [])[0]):
            try:
                data = os.read(ready[0], 1024)
            except OSError:
                return
            if not data:
                return
            for key in pressed(data.decode("utf-8", "ignore")):
                tell(key)
