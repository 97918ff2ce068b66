"""Connections that take time: what is sent at one end arrives at the other a latency later, in order.

A wire is one direction. It takes what the sender's kernel buffer holds as soon as something is there, lets virtual time
pass, and puts it into the receiver's. At most a window is on its way, so that a sender who is faster than the receiver
has to wait, as on a real line. The end of what is sent travels like a byte.
"""

from __future__ import annotations

import contextlib
import socket
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..virtual.loop import VirtualLoop

WINDOW = 64 * 1024
"""Bytes on the way before the sender has to wait."""


def connect(
    loop: VirtualLoop, one: socket.socket, other: socket.socket, latency: int, stir: Callable[[], None]
) -> None:
    """Let bytes travel between two sockets, in `latency` nanoseconds; `stir` is called when some have arrived."""
    for end in (one, other):
        end.setblocking(False)
    there, back = Wire(loop, one, other, latency, stir), Wire(loop, other, one, latency, stir)
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
        latency: int,
        stir: Callable[[], None],
    ) -> None:
        self._stir = stir
        self._loop = loop
        self._source = source
        self._sink = sink
        self._latency = latency
        self._arrived: deque[bytes] = deque()
        self._on_the_way = 0
        self._ending = False
        self.over = False
        """Whether the end has arrived."""
        loop.add_reader(source, self._take)

    def _take(self) -> None:
        try:
            data = self._source.recv(WINDOW - self._on_the_way)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        self._on_the_way += len(data)
        if not data or self._on_the_way >= WINDOW:
            self._loop.remove_reader(self._source)
        due = self._loop.clock.now + self._latency
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
