"""UDP between the sockets of one process.

Who sends puts a datagram into the receiver's inbox, and a byte for it into the receiver's pair of sockets: so whether
one has come is the kernel's to say, as with everything on this network.

None is lost but for want of room, and none overtakes another. One that comes to nobody makes the next receiving call of
a connected sender fail, as on one machine.
"""

from __future__ import annotations

import errno
import socket
import sys
from collections import deque
from typing import Any

from . import hosts
from .pairs import Real, Target, is_ready, refusal
from .sockets import MemorySocket

MAX_PAYLOAD = 65_507
"""Bytes of one datagram (RFC 768 over IPv4)."""

ROOM = 212_992
"""Bytes that wait before more are lost: what a socket has by default on Linux."""


class DatagramSocket(MemorySocket):
    """A UDP socket of the network in memory. Mixed into the class of all sockets by whoever installs the network."""

    __slots__ = ("_inbox",)

    def be(self, family: int, kind: int, proto: int) -> None:
        """Be a socket in memory."""
        super().be(family, kind, proto)
        self._inbox: deque[tuple[bytes | None, tuple[Any, ...]]] = deque()

    # --- sending ---

    def connect(self, address: Any) -> None:
        """Note to whom `send` sends, and from whom alone `recv` receives."""
        self._refuse_closed()
        self.take_name(*self.network.udp.names(self, self.network.target(self, address)))

    def connect_ex(self, address: Any) -> int:
        """Connect, and return the number of the error."""
        try:
            self.connect(address)
        except socket.gaierror:
            raise
        except OSError as error:
            return error.errno or errno.EINVAL
        return 0

    def listen(self, backlog: int = 128) -> None:
        """Refuse: nobody connects to it."""
        raise refusal(errno.EOPNOTSUPP)

    def accept(self) -> tuple[socket.socket, Any]:
        """Refuse: nobody connects to it."""
        raise refusal(errno.EOPNOTSUPP)

    def shutdown(self, how: int) -> None:
        """Refuse where it is not connected; else, datagrams already sent are not undone."""
        if self._peer is None:
            raise refusal(errno.ENOTCONN)

    def send(self, data: Any, flags: int = 0) -> int:
        """Send to whom it is connected."""
        self._refuse_closed()
        if self._peer is None:
            raise refusal(errno.EDESTADDRREQ)
        return self._post(data, self._peer)

    def sendall(self, data: Any, flags: int = 0) -> None:
        """Send to whom it is connected."""
        self.send(data)

    def sendto(self, data: Any, *arguments: Any) -> int:
        """Send to an address."""
        self._refuse_closed()
        return self._post(data, arguments[-1])

    def sendmsg(self, buffers: Any, ancdata: Any = (), flags: int = 0, address: Any = None) -> int:
        """Send several pieces as one datagram."""
        data = b"".join(bytes(piece) for piece in buffers)
        return self.send(data) if address is None else self.sendto(data, address)

    def _post(self, data: Any, address: Any) -> int:
        payload = bytes(data)
        if len(payload) > MAX_PAYLOAD:
            raise refusal(errno.EMSGSIZE)
        network = self.network
        target = network.target(self, address)
        if network.udp.owner_of(target) is None:
            network.missing(f"a datagram to {target.address}:{target.port}, where no socket of the program’s was")
        local, _ = network.udp.names(self, target)
        self.take_name(local, self._peer)
        seen = hosts.LOOPBACK[target.family] if local[0] == hosts.ANY[target.family] else local[0]
        sender = hosts.sockaddr(target.family, seen, local[1])
        network.later(lambda: self._arrive(payload, sender, target))
        return len(payload)

    def _arrive(self, payload: bytes, sender: tuple[Any, ...], target: Target) -> None:
        receiver = self.network.udp.owner_of(target)
        if isinstance(receiver, DatagramSocket):
            receiver.receive(payload, sender)
        elif self._peer is not None:
            self.receive(None, self._peer)

    # --- receiving ---

    def receive(self, payload: bytes | None, sender: tuple[Any, ...]) -> None:
        """Take a datagram, or (None) that one came to nobody; one for which there is no room is lost."""
        stranger = self._peer is not None and self._peer != sender
        if stranger or self._half is None or sum(len(kept or b"") for kept, _ in self._inbox) > ROOM:
            return
        self._inbox.append((payload, sender))
        self._half.send(b".")
        self.network.stir()

    def recvfrom(self, size: int, flags: int = 0) -> tuple[bytes, Any]:
        """Receive a datagram, cut to a size, and its sender's address."""
        self._refuse_closed()
        timeout = self.gettimeout()
        if timeout != 0 and not is_ready(self.fileno(), False):
            self.network.wait(lambda: bool(self._inbox), timeout, sys._getframe(1))
        Real.recv(self, 1, flags)
        payload, sender = self._inbox[0]
        if not flags & socket.MSG_PEEK:
            self._inbox.popleft()
        if payload is None:
            raise refusal(errno.ECONNREFUSED)
        return payload[:size], sender

    def recv(self, size: int, flags: int = 0) -> bytes:
        """Receive a datagram, cut to a size."""
        return self.recvfrom(size, flags)[0]

    def recvfrom_into(self, buffer: Any, nbytes: int = 0, flags: int = 0) -> tuple[int, Any]:
        """Receive a datagram into a buffer."""
        with memoryview(buffer) as view, view.cast("B") as room:
            data, sender = self.recvfrom(nbytes or len(room), flags)
            room[: len(data)] = data
        return len(data), sender

    def recv_into(self, buffer: Any, nbytes: int = 0, flags: int = 0) -> int:
        """Receive a datagram into a buffer."""
        return self.recvfrom_into(buffer, nbytes, flags)[0]

    def recvmsg(self, size: int, ancillary: int = 0, flags: int = 0) -> Any:
        """Receive a datagram, without anything beside it."""
        data, sender = self.recvfrom(size, flags)
        return data, [], 0, sender
