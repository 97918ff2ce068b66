"""What the network in memory is made of: pairs of sockets that the kernel connects, its errors, and what is ready."""

from __future__ import annotations

import _socket
import os
import select
import socket
from typing import NamedTuple

Real = socket.socket
"""The class whose place is taken."""

NO_NETWORK = "a run reaches only the servers that it starts itself"

_poll = getattr(select, "poll", None)
_select = select.select


def pair() -> tuple[socket.socket, socket.socket]:
    """Return two connected sockets of the kernel's."""
    halves = _socket.socketpair()
    ours = [Real(half.family, half.type, half.proto, fileno=half.detach()) for half in halves]
    return ours[0], ours[1]


def refusal(number: int, explanation: str = "") -> OSError:
    """Return the error with the system's text for its number, and why."""
    return OSError(number, f"{os.strerror(number)}{': ' if explanation else ''}{explanation}")


class Target(NamedTuple):
    """Whom a socket connects to."""

    family: int
    address: str
    port: int


def is_ready(descriptor: int, writing: bool) -> bool:
    """Tell whether the kernel would not wait for a descriptor."""
    if descriptor == -1:
        return True
    if _poll is None:
        reading, written = ([], [descriptor]) if writing else ([descriptor], [])
        return any(_select(reading, written, [], 0))
    poll = _poll()
    poll.register(descriptor, select.POLLOUT if writing else select.POLLIN)
    return bool(poll.poll(0))
