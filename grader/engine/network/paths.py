"""Who has which path of a Unix socket. A file stands where a real machine would have a node of the file system."""

from __future__ import annotations

import contextlib
import errno
import os
import weakref
from typing import Any

from .pairs import Target, refusal
from .sockets import MemorySocket

NODE = b"a Unix socket of a run that asyncgrade made\n"
"""What is in the file."""

MAX_PATH = 107
"""Bytes of a path, on Linux."""


class Paths:
    """The paths of a run, and its abstract names. What was left of an earlier run is nobody's, as on a real machine."""

    outside = "a connection to {0.address}"
    nobody = "a connection to {0.address}, where no server of the program’s listened"

    def __init__(self) -> None:
        self._bound: dict[str, weakref.ref[MemorySocket]] = {}

    def resolve(self, sock: MemorySocket, address: Any, what: str) -> Target:
        """Return whose path an address is."""
        if not isinstance(address, str | bytes | bytearray):
            raise TypeError(f"a bytes-like object is required, not {type(address).__name__!r}")
        path = os.fsdecode(bytes(address) if isinstance(address, bytearray) else address)
        if len(os.fsencode(path)) > MAX_PATH:
            raise OSError("AF_UNIX path too long")
        return Target(int(sock.family), path, 0)

    def is_inside(self, target: Target) -> bool:
        """Tell whether a program may connect there: not to a socket that another program made."""
        path = target.address
        return _is_abstract(path) or not os.path.exists(path) or _is_node(path)

    def bind(self, sock: MemorySocket, target: Target) -> str:
        """Give a socket a path."""
        path = target.address
        if sock.getsockname():
            raise refusal(errno.EINVAL)
        if _is_abstract(path):
            if self.server_at(target) is not None:
                raise refusal(errno.EADDRINUSE)
        else:
            try:
                with open(path, "xb") as node:
                    node.write(NODE)
            except FileExistsError:
                raise refusal(errno.EADDRINUSE) from None
        self._bound[_key(path)] = weakref.ref(sock)
        return path

    def rebind(self, sock: MemorySocket) -> None:
        """Note that a socket has the place of another, which had a path."""
        if sock.getsockname():
            self._bound[_key(sock.getsockname())] = weakref.ref(sock)

    def claim(self, sock: MemorySocket) -> None:
        """Let a socket listen at its path."""
        if not sock.getsockname():
            raise refusal(errno.EINVAL)

    def server_at(self, target: Target) -> MemorySocket | None:
        """Return the server at a path. Raises FileNotFoundError where there is none, nor was one."""
        path = target.address
        if not _is_abstract(path) and not os.path.exists(path):
            raise refusal(errno.ENOENT)
        reference = self._bound.get(_key(path))
        sock = reference() if reference is not None else None
        return sock if sock is not None and sock.is_listening and sock.fileno() != -1 else None

    def names(self, sock: MemorySocket, target: Target) -> tuple[str, str]:
        """Return what both ends of a connection are called, the client's first."""
        return sock.getsockname(), target.address

    @staticmethod
    def make_way(path: Any) -> None:
        """Remove what a server left at a path, as asyncio removes a real one."""
        path = os.fsdecode(path)
        if not _is_abstract(path) and _is_node(path):
            os.remove(path)


def _is_abstract(path: str) -> bool:
    return path.startswith("\0")


def _is_node(path: str) -> bool:
    with contextlib.suppress(OSError), open(path, "rb") as file:
        return file.read(len(NODE) + 1) == NODE
    return False


def _key(path: str) -> str:
    return path if _is_abstract(path) else os.path.realpath(path)
