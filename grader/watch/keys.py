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

_KEY = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O.|[^\x1b])|.", re.DOTALL)
"""What a key sends: a character, or what arrows and others send that are none."""

ARROWS = {"A": "up", "B": "down", "C": "right", "D": "left"}
"""The last character of what an arrow sends -> what it is called here."""

WINDOWS = {"H": "up", "P": "down", "M": "right", "K": "left"}
"""The same for a console of Windows."""

ESCAPE = "\x1b"


def pressed(text: str) -> list[str]:
    r"""Return the keys that a terminal tells of: lower case, Enter as a newline, arrows by name; none for others.

    >>> pressed("Q\r\x1b[A\x1b[5~")
    ['q', '\n', 'up']
    """
    keys = (key.replace("\r", "\n").lower() if len(key) == 1 else _arrow(key) for key in _KEY.findall(text))
    return [key for key in keys if key]


def _arrow(sent: str) -> str:
    return ARROWS.get(sent[-1], "") if sent[1] in "[O" and len(sent) == 3 else ""


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
                    # an arrow or the like: a second character says which
                    arrow = key in "\x00\xe0"
                    found = [WINDOWS.get(msvcrt.getwch(), "")] if arrow else pressed(key)
                    for one in filter(None, found):
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
