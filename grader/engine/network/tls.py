"""What takes the place of `ssl.SSLSocket`: TLS on a socket of the network in memory.

OpenSSL reads and writes the descriptor itself, so a blocking TLS socket would wait in the kernel, unseen. Here each of
its calls is made as one that must not wait, until it need not: between two, the socket waits in turns, as any other
socket of the network does. What OpenSSL says, and to whom, is its own.

asyncio's TLS needs none of this: it has no TLS socket.
"""

from __future__ import annotations

import ssl
import sys
from collections.abc import Callable
from functools import wraps
from types import FrameType
from typing import Any

from ..virtual.clock import SECOND
from .pairs import is_ready
from .sockets import MemorySocket

WAITING = ("read", "write", "send", "do_handshake", "unwrap")
"""The methods through which all others wait."""


class MemoryTLSSocket(ssl.SSLSocket, MemorySocket):
    """A TLS socket that has taken the place of a socket of the network in memory."""

    def wait_in_turns(self, call: Callable[[], Any], frame: FrameType) -> Any:
        """Make a call that must not wait until it need not."""
        timeout, turns = self.gettimeout(), self.network.turns
        if self._sslobj is None or timeout == 0 or not self.is_memory or not turns.takes_part():  # type: ignore[attr-defined]
            return call()
        until = None if timeout is None else turns.clock.now + round(timeout * SECOND)
        while True:
            self.settimeout(0)
            try:
                return call()
            except (ssl.SSLWantReadError, ssl.SSLWantWriteError) as error:
                writing = isinstance(error, ssl.SSLWantWriteError)
            finally:
                self.settimeout(timeout)
                self.network.stir()
            left = None if until is None else (until - turns.clock.now) / SECOND
            self.network.wait(lambda: is_ready(self.fileno(), writing), left, frame)  # noqa: B023


def _waiting(name: str) -> Callable[..., Any]:
    method = getattr(ssl.SSLSocket, name)

    @wraps(method)
    def waiting(self: MemoryTLSSocket, *arguments: Any, **keywords: Any) -> Any:
        return self.wait_in_turns(lambda: method(self, *arguments, **keywords), sys._getframe())

    return waiting


for _name in WAITING:
    setattr(MemoryTLSSocket, _name, _waiting(_name))
