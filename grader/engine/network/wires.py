"""Connections that take time: what is sent arrives a latency later, in order, and as fast as the bandwidth lets it.

A wire is one direction. It takes what the sender's kernel buffer holds as soon as something is there, lets virtual time
pass, and puts it into the receiver's. At most a window is on its way, so that a sender who is faster than the receiver
has to wait, as on a real line. The end of what is sent travels like a byte.
"""

from __future__ import annotations

import contextlib
import socket
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from ..virtual.clock import SECOND

if TYPE_CHECKING:
    from ..virtual.loop import VirtualLoop

WINDOW = 64 * 1024
"""Bytes on the way before the sender has to wait."""

PIECES = 10
"""In how many pieces a second's bytes arrive, where there is a bandwidth."""


class Speed(NamedTuple):
    """How fast a network is, in each direction of a connection."""

    latency_ns: int = 0
    """Nanoseconds that a byte is on its way."""
    bytes_per_second: int = 0
    """Bytes in a second; 0: any number."""

    def time_for(self, count: int) -> int:
        """Return how long so many bytes take to be sent, in nanoseconds."""
        return -(-count * SECOND // self.bytes_per_second) if self.bytes_per_second else 0

    @property
    def piece(self) -> int:
        """Most bytes that are sent at once."""
        return max(1, self.bytes_per_second // PIECES) if self.bytes_per_second else WINDOW


def connect(
    loop: VirtualLoop, one: socket.socket, other: socket.socket, speed: Speed, stir: Callable[[], None]
) -> None:
    """Let bytes travel between two sockets; `stir` is called when some have arrived."""
    for end in (one, other):
        end.setblocking(False)
    there, back = Wire(loop, one, other, speed, stir), Wire(loop, other, one, speed, stir)
    there.back, back.back = back, there


class Wire:
    """One direction of a connection."""

    back: Wire
    """The other direction."""

    def __init__(
        self,
        loop: VirtualLoop,
        source: socket.socket,
        sink: socket.socket,
        speed: Speed,
        stir: Callable[[], None],
    ) -> None:
        self._stir = stir
        self._loop = loop
        self._source = source
        self._sink = sink
        self._speed = speed
        self._free_at = 0
        self._arrived: deque[bytes] = deque()
        self._on_the_way = 0
        self._ending = False
        self.over = False
        """Whether the end has arrived."""
        loop.add_reader(source, self._take)

    def _take(self) -> None:
        try:
            data = self._source.recv(min(WINDOW - self._on_the_way, self._speed.piece))
        except BlockingIOError:
            return
        except OSError:
            data = b""
        self._on_the_way += len(data)
        if not data or self._on_the_way >= WINDOW:
            self._loop.remove_reader(self._source)
        self._free_at = max(self._loop.clock.now, self._free_at) + self._speed.time_for(len(data))
        due = self._free_at + self._speed.latency_ns
        self._loop.schedule(due, self._loop.next_order(), self._arrive, (data,))

    def _arrive(self, data: bytes) -> None:
        if data:
            self._arrived.append(data)
        else:
            self._ending = True
        self._put()

    def _put(self) -> None:
        """Give the receiver what its buffer takes."""
        waits = bool(self._arrived)
        while self._arrived:
            data = self._arrived[0]
            try:
                count = self._sink.send(data)
            except BlockingIOError:
                self._loop.add_writer(self._sink, self._put)
                return
            except OSError:  # nobody is there any more
                self._drop()
                return
            self._made_room(count)
            if count == len(data):
                self._arrived.popleft()
            else:
                self._arrived[0] = data[count:]
        if waits:
            self._loop.remove_writer(self._sink)
        if self._ending:
            self._end()
        self._stir()

    def _made_room(self, count: int) -> None:
        was_full = self._on_the_way >= WINDOW
        self._on_the_way -= count
        if was_full and not self._ending and not self.over:
            self._loop.add_reader(self._source, self._take)

    def _drop(self) -> None:
        """Let the sender learn that nobody receives."""
        self._arrived.clear()
        self._loop.remove_reader(self._source)
        self._loop.remove_writer(self._sink)
        with contextlib.suppress(OSError):
            self._source.shutdown(socket.SHUT_RD)
        self._end()

    def _end(self) -> None:
        if self.over:
            return
        self.over = True
        if not self.back.over:
            with contextlib.suppress(OSError):
                self._sink.shutdown(socket.SHUT_WR)
            return
        for end in (self._source, self._sink):
            self._loop.remove_reader(end)
            end.close()
