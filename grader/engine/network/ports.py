"""Who has which address of this machine: ports taken, ports free, who listens where."""

from __future__ import annotations

import errno
import socket
import weakref
from collections.abc import Iterator
from typing import Any

from . import hosts
from .pairs import NO_NETWORK, Target, refusal
from .sockets import MemorySocket

FIRST_PORT = 49_152
"""The first port that is given to who asks for any: the first that is nobody's (RFC 6335)."""

LAST_PORT = 65_535


class Ports:
    """The ports of a run, of TCP or of UDP. A socket that is closed, or gone, has none any more."""

    outside = "a connection to {0.address}:{0.port}"
    nobody = "a connection to {0.address}:{0.port}, where no server of the program’s listened"

    def __init__(self) -> None:
        self._bound: dict[int, list[weakref.ref[MemorySocket]]] = {}
        self._next_port = FIRST_PORT

    def _at(self, port: int) -> Iterator[MemorySocket]:
        """Yield the sockets that have a port."""
        for reference in self._bound.get(port, ()):
            sock = reference()
            if sock is not None and sock.fileno() != -1:
                yield sock

    def resolve(self, sock: MemorySocket, address: Any, what: str) -> Target:
        """Return whose an address is; `what` is asked for it, as `connect`."""
        if not isinstance(address, tuple) or len(address) < 2 or not isinstance(address[0], str | bytes | bytearray):
            raise TypeError(f"{what}(): AF_INET address must be tuple, not {type(address).__name__}")
        host, port = address[:2]
        if not isinstance(port, int):
            raise TypeError(f"{type(port).__name__!r} object cannot be interpreted as an integer")
        if not 0 <= port <= LAST_PORT:
            raise OverflowError(f"{what}(): port must be 0-65535.")
        text = host if isinstance(host, str) else bytes(host).decode("ascii")
        family = int(sock.family)
        found = [item for item in hosts.addresses(text or hosts.ANY[family]) if item[0] == family]
        if not found:
            raise socket.gaierror(getattr(socket, "EAI_ADDRFAMILY", -9), "Address family for hostname not supported")
        return Target(family, found[0][1], port)

    def is_inside(self, target: Target) -> bool:
        """Tell whether an address is this machine's."""
        return hosts.is_own(target.address)

    def bind(self, sock: MemorySocket, target: Target) -> tuple[Any, ...]:
        """Give a socket an address of this machine; port 0: the next free one."""
        if not hosts.is_own(target.address):
            raise refusal(errno.EADDRNOTAVAIL, NO_NETWORK)
        if sock.getsockname()[1]:
            raise refusal(errno.EINVAL)
        if target.port and self._is_taken(sock, target.address, target.port):
            raise refusal(errno.EADDRINUSE)
        return self._take(sock, target.address, target.port)

    def rebind(self, sock: MemorySocket) -> None:
        """Note that a socket has the place of another, which had an address."""
        address, port, *_ = sock.getsockname()
        self._take(sock, address, port)

    def claim(self, sock: MemorySocket) -> None:
        """Let a socket listen at its address; one that has none gets any. An address may be shared, a server's not."""
        address, port, *_ = sock.getsockname()
        if not port:
            sock.take_name(self._take(sock, address, 0))
        elif self._is_taken(sock, address, port):
            raise refusal(errno.EADDRINUSE)

    def _is_taken(self, sock: MemorySocket, address: str, port: int) -> bool:
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

    def _take(self, sock: MemorySocket, address: str, port: int) -> tuple[Any, ...]:
        port = port or self._free_port()
        local = hosts.sockaddr(int(sock.family), address, port)
        self._bound.setdefault(port, [])[:] = [weakref.ref(other) for other in (*self._at(port), sock)]
        return local

    def names(self, sock: MemorySocket, target: Target) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
        """Return what both ends of a connection are called, the client's first: it gets a port if it has none."""
        address = hosts.LOOPBACK[target.family] if target.address == hosts.ANY[target.family] else target.address
        local = sock.getsockname()
        if not local[1]:
            local = self._take(sock, address, 0)
        return local, hosts.sockaddr(target.family, address, target.port)

    def owner_of(self, target: Target) -> MemorySocket | None:
        """Return the socket that what is sent to an address reaches."""
        return self._nearest(target, [sock for sock in self._at(target.port) if sock.family == target.family])

    def server_at(self, target: Target) -> MemorySocket | None:
        """Return the server that connections to an address reach."""
        listening = [sock for sock in self._at(target.port) if sock.is_listening and sock.family == target.family]
        return self._nearest(target, listening)

    def _nearest(self, target: Target, found: list[MemorySocket]) -> MemorySocket | None:
        wanted = hosts.LOOPBACK[target.family] if target.address == hosts.ANY[target.family] else target.address
        for address in (wanted, hosts.ANY[target.family]):
            for sock in found:
                if sock.getsockname()[0] == address:
                    return sock
        return None
