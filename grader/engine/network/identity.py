"""What a socket of the network in memory says it is: family, names, options. The kernel would tell of a pair."""

from __future__ import annotations

import errno
import socket
from typing import Any

from . import hosts
from .pairs import refusal

UNIX = getattr(socket, "AF_UNIX", None)
"""The family of Unix sockets, where the system has them."""


class Identity(socket.socket):
    """A socket that may be one of the network in memory, and then is what the program asked for."""

    __slots__ = ("_family", "_kind", "_listens", "_local", "_options", "_peer", "_proto", "is_memory")

    def be(self, family: int, kind: int, proto: int) -> None:
        """Be a socket in memory."""
        self.is_memory = True
        self._family, self._kind, self._proto = family, kind, proto
        self._options: dict[tuple[int, int], Any] = {}
        self._local: Any = None
        self._peer: Any = None
        self._listens = False

    @property
    def family(self) -> Any:
        """The family that the program asked for."""
        return socket.AddressFamily(self._family) if self.is_memory else super().family

    @property
    def type(self) -> Any:
        """The type that the program asked for."""
        return socket.SocketKind(self._kind) if self.is_memory else super().type

    @property
    def proto(self) -> int:
        """The protocol that the program asked for."""
        return self._proto if self.is_memory else super().proto

    @property
    def is_listening(self) -> bool:
        """Whether connections can be accepted."""
        return self.is_memory and self._listens

    def has_option(self, name: str) -> bool:
        """Tell whether an option of SOL_SOCKET was set."""
        return bool(self._options.get((socket.SOL_SOCKET, getattr(socket, name, -1))))

    def getsockname(self) -> Any:
        """Return the own address as TCP tells it."""
        if not self.is_memory:
            return super().getsockname()
        self._refuse_closed()
        if self._local is None:
            return "" if self._family == UNIX else hosts.sockaddr(self._family, hosts.ANY[self._family], 0)
        return self._local

    def getpeername(self) -> Any:
        """Return the other's address as TCP tells it."""
        if not self.is_memory:
            return super().getpeername()
        self._refuse_closed()
        if self._peer is None:
            raise refusal(errno.ENOTCONN)
        return self._peer

    def setsockopt(self, level: Any, option: Any, value: Any, *rest: Any) -> None:
        """Keep an option; those of the buffers are the kernel's to keep."""
        if not self.is_memory:
            return super().setsockopt(level, option, value, *rest)
        self._refuse_closed()
        self._options[level, option] = value
        if level == socket.SOL_SOCKET and option in (socket.SO_SNDBUF, socket.SO_RCVBUF):
            super().setsockopt(level, option, value, *rest)
        return None

    def getsockopt(self, level: Any, option: Any, *rest: Any) -> Any:
        """Return an option that was set, or the kernel's answer for those of SOL_SOCKET."""
        if not self.is_memory:
            return super().getsockopt(level, option, *rest)
        self._refuse_closed()
        if level == socket.SOL_SOCKET and option == getattr(socket, "SO_ACCEPTCONN", -1):
            return int(self.is_listening)
        if (level, option) in self._options and not rest:
            value = self._options[level, option]
            return value if isinstance(value, int) else 0
        if level != socket.SOL_SOCKET:
            return bytes(rest[0]) if rest else 0
        return super().getsockopt(level, option, *rest)

    def _refuse_closed(self) -> None:
        if self.fileno() == -1:
            raise refusal(errno.EBADF)

    def take_name(self, local: Any, peer: Any = None) -> None:
        """Note the own address, and the other's."""
        self._local, self._peer = local, peer
