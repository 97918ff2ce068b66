"""What takes the place of `socket.socket`: connections between the sockets of one process, over pairs of the kernel's.

A socket for TCP, or for a path of Unix, is one half of a Unix socket pair. Its other half waits beside it until it
connects, and becomes the socket that the server accepts. So bytes, ends, resets, full buffers and readiness are the
kernel's own, delivered at once: a poll without waiting is exact, and asyncio, `selectors` and libraries use the
descriptor as any other. What such a pair would tell differently (names, families, options) is told here as it should
be. A server's descriptor is readable while connections wait to be accepted: a byte for each.

A blocking socket waits in turns (`virtual.turns`): off the event loop's thread others run meanwhile; on it, nothing can
answer, which the network records, and ends.
"""

from __future__ import annotations

import builtins
import errno
import os
import socket
import sys
from collections import deque
from typing import TYPE_CHECKING, Any, ClassVar

from . import hosts
from .identity import UNIX, Identity
from .pairs import NO_NETWORK, is_ready, pair, refusal

if TYPE_CHECKING:
    from .network import Network, Opened

_dup = socket.dup
_KINDS = (socket.SOCK_STREAM, socket.SOCK_DGRAM)

KIND = 0xF
"""The part of a socket's type that is no flag, such as SOCK_NONBLOCK and SOCK_CLOEXEC."""


class MemorySocket(Identity):
    """A socket of the network in memory; one made of a descriptor is what the descriptor is."""

    network: Network
    datagrams: ClassVar[builtins.type[MemorySocket]]
    """What a socket for datagrams is."""
    __slots__ = ("_backlog", "_half", "_pending", "opened")

    def __new__(cls, family: int = -1, type: int = -1, proto: int = -1, fileno: int | None = None) -> MemorySocket:
        """Make a socket of the kind that is asked for, unless a program's own class is to be made."""
        for_datagrams = type != -1 and type & KIND == socket.SOCK_DGRAM and family in (-1, *hosts.ANY)
        if for_datagrams and fileno is None and "datagrams" in cls.__dict__:
            cls = cls.datagrams
        return super().__new__(cls)

    def __init__(self, family: int = -1, type: int = -1, proto: int = -1, fileno: int | None = None) -> None:
        self.is_memory = False
        self.opened: Opened | None = None
        self._half: socket.socket | None = None
        if fileno is not None:
            other = self.network.inside.find(fileno)
            if isinstance(other, MemorySocket):
                super().__init__(fileno=fileno)
                self._take_place(other)
            else:
                super().__init__(family, type, proto, fileno)
            return
        family = socket.AF_INET if family == -1 else family
        kind = (socket.SOCK_STREAM if type == -1 else type) & KIND
        if family not in (*hosts.ANY, UNIX) or (family != UNIX and kind not in _KINDS):
            raise refusal(errno.EPERM, NO_NETWORK)
        if family == UNIX and kind != socket.SOCK_STREAM:
            super().__init__(family, type, proto)
            return
        half, self._half = pair()
        super().__init__(half.family, half.type, half.proto, half.detach())
        self.be(family, kind, max(proto, 0))

    def be(self, family: int, kind: int, proto: int) -> None:
        """Be a socket in memory."""
        super().be(family, kind, proto)
        self._pending: deque[MemorySocket] | None = None
        self._backlog = 0
        self.network.inside.add(self)

    def _take_place(self, other: MemorySocket) -> None:
        """Be what another socket was until now: `ssl` makes its own of a descriptor, and detaches the other."""
        self.be(other._family, other._kind, other._proto)
        self._options, self._local, self._peer = other._options, other._local, other._peer
        self._backlog, self._pending, other._pending = other._backlog, other._pending, None
        self._listens, other._listens = other._listens, False
        self._half, other._half = other._half, None
        self.opened, other.opened = other.opened, None
        if self._local is not None:
            self.network.rebind(self)

    @staticmethod
    def adopt(half: socket.socket, like: MemorySocket, local: Any, peer: Any) -> MemorySocket:
        """Make the other end of a connection from the half that waited."""
        made = socket.socket(half.family, half.type, half.proto, fileno=half.detach())
        assert isinstance(made, MemorySocket)
        made.be(like._family, like._kind, like._proto)
        made._local, made._peer = local, peer
        return made

    # --- servers ---

    @property
    def is_full(self) -> bool:
        """Whether as many connections wait as the program allows."""
        return self._pending is not None and len(self._pending) > self._backlog

    def bind(self, address: Any) -> None:
        """Take an address of this machine."""
        if not self.is_memory:
            return super().bind(address)
        self._refuse_closed()
        self.network.bind(self, address)
        return None

    def listen(self, backlog: int = 128) -> None:
        """Be a server."""
        if not self.is_memory:
            return super().listen(backlog)
        self._refuse_closed()
        if self._peer is not None:
            raise refusal(errno.EINVAL)
        self._backlog = max(backlog, 0)
        if self._pending is None:
            self._pending, self._listens = deque(), True
            self.network.listen(self, sys._getframe())
        return None

    def accept(self) -> tuple[socket.socket, Any]:
        """Return the connection that has waited longest, and its address."""
        if not self.is_memory:
            return super().accept()
        self._refuse_closed()
        pending = self._pending
        if pending is None:
            raise refusal(errno.EINVAL)
        if not pending:
            if self.gettimeout() == 0:
                raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
            self.network.wait(lambda: bool(pending), self.gettimeout(), sys._getframe())
        super().recv(1)
        made = pending.popleft()
        self.network.accepted(self, made)
        if socket.getdefaulttimeout() is None and self.gettimeout():
            made.setblocking(True)
        return made, made._peer

    def offer(self, made: MemorySocket) -> None:
        """Let a connection wait to be accepted."""
        assert self._pending is not None
        assert self._half is not None
        self._pending.append(made)
        self._half.send(b".")

    # --- connections ---

    def give_half(self) -> socket.socket:
        """Hand out the half that waits: this socket is about to be connected."""
        half, self._half = self._half, None
        assert half is not None
        return half

    @property
    def may_connect(self) -> bool:
        """Whether it has neither connected nor listens."""
        return self._half is not None and self._pending is None

    def connect(self, address: Any) -> None:
        """Connect to a server of this process."""
        if not self.is_memory:
            return super().connect(address)
        self._refuse_closed()
        self.network.connect(self, address, sys._getframe())
        return None

    def connect_ex(self, address: Any) -> int:
        """Connect, and return the number of the error."""
        if not self.is_memory:
            return super().connect_ex(address)
        try:
            self.network.connect(self, address, sys._getframe())
        except socket.gaierror:
            raise
        except OSError as error:
            return error.errno or errno.ETIMEDOUT
        return 0

    def shutdown(self, how: int) -> None:
        """End one direction or both."""
        if self.is_memory and self._peer is None:
            raise refusal(errno.ENOTCONN)
        super().shutdown(how)
        self._stir()

    def _stir(self) -> None:
        if self.is_memory:
            self.network.stir()

    def _untilis_ready(self, writing: bool) -> None:
        """Wait in virtual time until the kernel would not wait."""
        if not self.is_memory:
            return
        self._refuse_closed()
        if self._peer is None:
            raise refusal(errno.EPIPE if writing else errno.ENOTCONN)
        timeout = self.gettimeout()
        if timeout != 0 and not is_ready(self.fileno(), writing):
            self.network.wait(lambda: is_ready(self.fileno(), writing), timeout, sys._getframe(1))

    def recv(self, *arguments: Any, **keywords: Any) -> bytes:
        """Receive, as the kernel does."""
        self._untilis_ready(writing=False)
        data = super().recv(*arguments, **keywords)
        self._stir()
        return data

    def recv_into(self, *arguments: Any, **keywords: Any) -> int:
        """Receive, as the kernel does."""
        self._untilis_ready(writing=False)
        count = super().recv_into(*arguments, **keywords)
        self._stir()
        return count

    def recvfrom(self, *arguments: Any) -> tuple[bytes, Any]:
        """Receive; of a connection, nobody tells the address."""
        self._untilis_ready(writing=False)
        data, address = super().recvfrom(*arguments)
        self._stir()
        return data, None if self.is_memory else address

    def recvfrom_into(self, *arguments: Any, **keywords: Any) -> tuple[int, Any]:
        """Receive; of a connection, nobody tells the address."""
        self._untilis_ready(writing=False)
        count, address = super().recvfrom_into(*arguments, **keywords)
        self._stir()
        return count, None if self.is_memory else address

    def recvmsg(self, *arguments: Any) -> Any:
        """Receive, as the kernel does."""
        self._untilis_ready(writing=False)
        found = super().recvmsg(*arguments)
        self._stir()
        return found

    def send(self, *arguments: Any) -> int:
        """Send, as the kernel does."""
        self._untilis_ready(writing=True)
        return self._some(*arguments)

    def sendall(self, data: Any, *flags: Any) -> None:
        """Send all; what the other end does not take meanwhile waits."""
        if not self.is_memory or self.gettimeout() == 0:
            self._untilis_ready(writing=True)
            super().sendall(data, *flags)
            return self._stir()
        with memoryview(data) as view, view.cast("B") as rest:
            sent = 0
            while sent < len(rest):
                self._untilis_ready(writing=True)
                sent += self._some(rest[sent:], *flags)
        return None

    def _some(self, data: Any, flags: int = 0) -> int:
        count = super().send(data, flags | getattr(socket, "MSG_DONTWAIT", 0))
        self._stir()
        return count

    def sendmsg(self, *arguments: Any) -> int:
        """Send, as the kernel does."""
        self._untilis_ready(writing=True)
        count = super().sendmsg(*arguments[:3]) if self.is_memory else super().sendmsg(*arguments)
        self._stir()
        return count

    def sendto(self, data: Any, *arguments: Any) -> int:
        """Send on a connection, which knows its other end."""
        if not self.is_memory:
            return super().sendto(data, *arguments)
        self._refuse_closed()
        return self.send(data, *arguments[:-1])

    # --- the end ---

    def dup(self) -> MemorySocket:
        """Return another object for the same connection."""
        if not self.is_memory:
            return super().dup()
        made = type(self)(super().family, super().type, super().proto, fileno=_dup(self.fileno()))
        made.be(self._family, self._kind, self._proto)
        made._local, made._peer = self._local, self._peer
        made._options, made._pending, made._listens = self._options, self._pending, self._listens
        made.settimeout(self.gettimeout())
        return made

    def close(self) -> None:
        """Close; what waits to be accepted is reset."""
        caller = sys._getframe().f_back
        forgotten = caller is not None and caller.f_code.co_name == "__del__"
        super().close()
        if self.fileno() == -1:
            self._let_go(forgotten)

    def detach(self) -> int:
        """Hand out the descriptor: whoever has it now knows it as a Unix socket."""
        descriptor = super().detach()
        self._let_go(False)
        return descriptor

    def _let_go(self, forgotten: bool) -> None:
        if self.opened is not None and not forgotten:
            self.opened.closed = True
        if not self.is_memory:
            return
        half, self._half = self._half, None
        pending, self._pending, self._listens = self._pending, None, False
        if half is not None:
            half.close()
            for waiting in pending or ():
                waiting.close()
        self.network.stir()
