"""The network of a run: servers and clients of one process, in virtual time. Nothing leaves, and nothing comes in.

`sockets` is what a program holds, `hosts` what it may ask for by name, `wires` what makes bytes take time. Here is what
joins them: which address is taken, who listens where, who connects to whom, what is still open at the end.

What would wait on the event loop's thread (a blocking `connect`, `recv`, `accept`, the answer of a name server) is told
to the recorder with the learner's line. It ends with TimeoutError where nothing can answer: the loop stands still, and
no other thread is left to act.
"""

from __future__ import annotations

import asyncio
import errno
import socket
import sys
import weakref
from asyncio import events
from collections import deque
from collections.abc import Callable
from types import FrameType
from typing import Any

from ..recorder.frames import Place
from ..recorder.recorder import Recorder
from ..virtual.clock import SECOND
from ..virtual.loop import VirtualLoop
from ..virtual.turns import Turn, Turns
from . import hosts, wires
from .pairs import NO_NETWORK, Target, pair, refusal
from .paths import Paths
from .ports import Ports
from .sockets import MemorySocket
from .wires import Speed

STANDS_STILL = "timed out: nothing can answer while this waits on the event loop's thread"

AT_ONCE = Speed()
"""A network that takes no time."""

_running_loop = events._get_running_loop


class Opened:
    """A connection or a server, and who opened it."""

    __slots__ = ("closed", "place", "unclaimed", "what")

    def __init__(self, what: str, place: Place) -> None:
        self.what = what
        self.place = place
        self.closed = False
        self.unclaimed: weakref.ref[MemorySocket] | None = None
        """The socket, while only asyncio may have had it: a server that is closed loses those that are coming in."""

    @property
    def is_left(self) -> bool:
        """Whether it counts as left open."""
        return not self.closed and (self.unclaimed is None or self.unclaimed() is not None)


class Inside:
    """The descriptors of sockets in memory: nothing from outside the process can make them ready."""

    def __init__(self) -> None:
        self._sockets: dict[int, weakref.ref[socket.socket]] = {}

    def add(self, sock: socket.socket) -> None:
        """Add a socket; when it is closed, or gone, its number means nothing any more."""
        self._sockets[sock.fileno()] = weakref.ref(sock)

    def find(self, descriptor: int) -> socket.socket | None:
        """Return the socket that has a descriptor."""
        reference = self._sockets.get(descriptor)
        sock = reference() if reference is not None else None
        return sock if sock is not None and sock.fileno() == descriptor else None

    def __contains__(self, descriptor: object) -> bool:
        return isinstance(descriptor, int) and self.find(descriptor) is not None


class Network:
    """Addresses, servers, connections. One for a run."""

    def __init__(self, turns: Turns, recorder: Recorder | None = None, speed: Speed = AT_ONCE) -> None:
        self.turns = turns
        self._recorder = recorder
        self.begin(speed)

    def begin(self, speed: Speed) -> None:
        """Begin with nothing on the network."""
        self.speed = speed
        self.inside = Inside()
        self._tcp, self.udp, self._paths = Ports(), Ports(), Paths()
        self._line: deque[Turn] = deque()
        self._loops: list[weakref.ref[VirtualLoop]] = []
        self._room: list[asyncio.Future[None]] = []
        self._opened: list[Opened] = []
        self._missed: set[str] = set()

    def join_loop(self, loop: VirtualLoop) -> None:
        """Note a loop on which programs use this network."""
        self._loops.append(weakref.ref(loop))

    def clear(self) -> None:
        """Forget what was opened while the file was loaded."""
        self._opened.clear()
        self._missed.clear()

    # --- addresses ---

    def _space(self, sock: MemorySocket) -> Ports | Paths:
        """Return where a socket's addresses are kept."""
        if sock.family not in hosts.ANY:
            return self._paths
        return self._tcp if sock.type == socket.SOCK_STREAM else self.udp

    def bind(self, sock: MemorySocket, address: Any) -> None:
        """Give a socket an address of this machine."""
        space = self._space(sock)
        sock.take_name(space.bind(sock, space.resolve(sock, address, "bind")))

    def rebind(self, sock: MemorySocket) -> None:
        """Note that a socket has the place of another, which had an address."""
        self._space(sock).rebind(sock)

    # --- servers ---

    def listen(self, sock: MemorySocket, frame: FrameType) -> None:
        """Note a server."""
        self._space(sock).claim(sock)
        self._note("a server", sock, self._place(frame))

    def accepted(self, server: MemorySocket, made: MemorySocket) -> None:
        """Note that a server took a connection: another one may wait."""
        self._note("a connection that came in", made, server.opened.place if server.opened is not None else None)
        assert made.opened is not None
        made.opened.unclaimed = weakref.ref(made)
        room, self._room = self._room, []
        for waiting in room:
            if not waiting.done():
                waiting.set_result(None)
        self.stir()

    # --- connections ---

    def target(self, sock: MemorySocket, address: Any) -> Target:
        """Return whom a socket is to reach. Raises OSError for who cannot be reached."""
        space = self._space(sock)
        target = space.resolve(sock, address, "connect")
        if not space.is_inside(target):
            self.missing(space.outside.format(target))
            raise refusal(errno.ENETUNREACH, NO_NETWORK)
        return target

    def _server_for(self, sock: MemorySocket, address: Any) -> Target:
        """Return whom a socket is to be connected to."""
        target = self.target(sock, address)
        if not sock.may_connect:
            raise refusal(errno.EISCONN)
        return target

    def _join(self, sock: MemorySocket, target: Target, place: Place) -> None:
        """Connect a socket to the server that listens there. Raises ConnectionRefusedError."""
        space = self._space(sock)
        server = space.server_at(target)
        if server is None:
            self.missing(space.nobody.format(target))
            raise refusal(errno.ECONNREFUSED)
        local, peer = space.names(sock, target)
        half = sock.give_half()
        loop = self._main_loop() if self.speed != AT_ONCE else None
        if loop is not None:
            near = half
            far, half = pair()
            for end in (near, far):
                self.inside.add(end)
            wires.connect(loop, near, far, self.speed, self.stir)
            loop._write_to_self()
        made = MemorySocket.adopt(half, sock, peer, local)
        sock.take_name(local, peer)
        server.offer(made)
        self._note("a connection", sock, place)
        self.stir()

    def later(self, arrive: Callable[[], None]) -> None:
        """Let something arrive that was sent now."""
        loop = self._main_loop() if self.speed.latency_ns else None
        if loop is None:
            arrive()
        else:
            loop.schedule(loop.clock.now + self.speed.latency_ns, loop.next_order(), arrive)
            loop._write_to_self()

    def _main_loop(self) -> VirtualLoop | None:
        found = [loop for reference in self._loops if (loop := reference()) is not None and not loop.is_closed()]
        return found[-1] if found else None

    async def reach(self, sock: MemorySocket, address: Any) -> None:
        """Connect as `loop.sock_connect` does: the set-up takes a round trip, and waits while the server is full."""
        target = self._server_for(sock, address)
        place = self._place(sys._getframe(1))
        if self.speed.latency_ns:
            await asyncio.sleep(2 * self.speed.latency_ns / SECOND)
        while (server := self._space(sock).server_at(target)) is not None and server.is_full:
            waiting = asyncio.get_running_loop().create_future()
            self._room.append(waiting)
            del server
            await waiting
        try:
            self._join(sock, target, place)
        except ConnectionRefusedError as error:
            raise ConnectionRefusedError(error.errno, f"Connect call failed {address}") from None

    def connect(self, sock: MemorySocket, address: Any, frame: FrameType) -> None:
        """Connect as a socket does by itself; one that may block takes a round trip."""
        target = self._server_for(sock, address)
        timeout = sock.gettimeout()
        if timeout != 0:
            self._hold(self.turns.clock.now + 2 * self.speed.latency_ns, frame)
            server = self._space(sock).server_at(target)
            if server is not None and server.is_full:
                self.wait(lambda: not server.is_full, timeout, frame)
        self._join(sock, target, self._place(frame))

    # --- waiting ---

    def stir(self) -> None:
        """Let everybody who waits for a socket look again."""
        for turn in list(self._line):
            self.turns.wake(turn)
        if len(self._loops) > 1 or not self.turns.in_main():
            here = _running_loop()
            for reference in self._loops:
                loop = reference()
                if loop is not None and loop is not here and not loop.is_closed():
                    loop._write_to_self()

    def wait(self, done: Callable[[], bool], timeout: float | None, frame: FrameType) -> None:
        """Wait for `done()`, which another thread brings about. Raises TimeoutError, after `timeout` seconds."""
        turns = self.turns
        if not turns.takes_part():
            return
        until = None if timeout is None else turns.clock.now + round(timeout * SECOND)
        if turns.in_main():
            if not self._hold(until, frame, done):
                raise TimeoutError(errno.ETIMEDOUT, STANDS_STILL)
        else:
            turns.block(done, until, self._line)
        if not done():
            raise TimeoutError("timed out")

    def _hold(self, until: int | None, frame: FrameType, done: Callable[[], bool] = lambda: False) -> bool:
        """Let a thread wait; on the event loop's, record that. False: what it waits for can never come."""
        if not self.turns.in_main():
            if self.turns.takes_part() and until is not None:
                self.turns.sleep(until)
            return True
        start = self.turns.clock.now
        who = self._who(frame)
        came = self.turns.wait(until, done)
        if who is not None and self._recorder is not None:
            self._recorder.blocked(start, *who)
        return came

    def _who(self, frame: FrameType) -> tuple[Any, ...] | None:
        """Return (task, call, what, place) of who waits on the event loop's thread."""
        if self._recorder is None or _running_loop() is None:
            return None
        task, call, place = self._recorder.here(frame)
        return (task, call, self._recorder.frames.named_call(frame), place)

    def asked(self, frame: FrameType) -> None:
        """Take note of a question to a name server, to which a program waits for the answer."""
        if self.turns.in_main():
            self._hold(self.turns.clock.now, frame)

    def missing(self, what: str) -> None:
        """Take note of something outside that a program wanted, and that is not there: once for each line."""
        if self._recorder is None:
            return
        _, _, place = self._recorder.here(sys._getframe(1))
        if str((what, place)) not in self._missed:
            self._missed.add(str((what, place)))
            self._recorder.post("not-simulated", None, what, place)

    # --- what is left open ---

    def _place(self, frame: FrameType) -> Place:
        return None if self._recorder is None else self._recorder.line_of(frame)

    def _note(self, what: str, sock: MemorySocket, place: Place) -> None:
        sock.opened = Opened(what, place)
        self._opened.append(sock.opened)

    def forgotten(self, descriptor: int) -> None:
        """Take note that garbage collection is about to close a connection."""
        sock = self.inside.find(descriptor)
        if isinstance(sock, MemorySocket) and sock.opened is not None:
            sock.opened.unclaimed = None
            sock.opened = None

    def left_open(self) -> list[Opened]:
        """Return what the program opened and did not close; what garbage collection closed counts as left open."""
        return [entry for entry in self._opened if entry.is_left]
