"""Who has which address of this machine: ports taken, ports free, who listens where."""

from __future__ import annotations

import errno
import weakref
from collections.abc import Iterator
from typing import Any

from . import hosts
from .pairs import Target, refusal
from .sockets import MemorySocket

FIRST_PORT = 49_152
"""The first port that is given to who asks for any: the first that is nobody's (RFC 6335)."""

LAST_PORT = 65_535


class Ports:
    """The ports of a run. A socket that is closed, or gone, has none any more."""

    def __init__(self) -> None:
        self._bound: dict[int, list[weakref.ref[MemorySocket]]] = {}
        self._next_port = FIRST_PORT

    def _at(self, port: int) -> Iterator[MemorySocket]:
        """Yield the sockets that have a port."""
        for reference in self._bound.get(port, ()):
            sock = reference()
            if sock is not None and sock.fileno() != -1:
                yield sock

    def is_taken(self, sock: MemorySocket, address: str, port: int) -> bool:
        """Tell whether an address is another socket's already."""
        anything = hosts.ANY[sock.family]
        for other in self._at(port):
            theirs = other.getsockname()[0]
            meets = theirs == address or anything in (theirs, address)
            if other is sock or other.family != sock.family or not meets:
                continue
            shared = all(each.has_option("SO_REUSEPORT") for each in (sock, other))
            reused = not other.is_listening and all(each.has_option("SO_REUSEADDR") for each in (sock, other))
            if not shared and not reused:
                return True
        return False

    def _free_port(self) -> int:
        for _ in range(LAST_PORT - FIRST_PORT + 1):
            port = self._next_port
            self._next_port = port + 1 if port < LAST_PORT else FIRST_PORT
            if not any(True for _ in self._at(port)):
                return port
        raise refusal(errno.EADDRINUSE)

    def take(self, sock: MemorySocket, address: str, port: int) -> tuple[Any, ...]:
        """Give a socket an address; port 0: the next free one."""
        port = port or self._free_port()
        local = hosts.sockaddr(int(sock.family), address, port)
        self._bound.setdefault(port, [])[:] = [weakref.ref(other) for other in (*self._at(port), sock)]
        return local

    def server_at(self, target: Target) -> MemorySocket | None:
        """Return the server that connections to an address reach."""
        wanted = hosts.LOOPBACK[target.family] if target.address == hosts.ANY[target.family] else target.address
        listening = [sock for sock in self._at(target.port) if sock.is_listening and sock.family == target.family]
        for address in (wanted, hosts.ANY[target.family]):
            for sock in listening:
                if sock.getsockname()[0] == address:
                    return sock
        return None
