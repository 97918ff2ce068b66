"""The network of a run: servers and clients of one process, in virtual time. Nothing leaves, and nothing comes in.

`sockets` is what a program holds, `hosts` what it may ask for by name, `wires` what makes bytes take time. Here is what
joins them: which address is taken, who listens where, who connects to whom, what is still open at the end.

What would wait on the event loop's thread (a blocking `connect`, `recv`, `accept`, the answer of a name server) is told
to the recorder with the learner's line. It ends with TimeoutError where nothing can answer: the loop stands still, and
no other thread is left to act.
"""

from __future__ import annotations

import _socket
import asyncio
import errno
import os
import socket
import sys
import weakref
from asyncio import events
from collections import deque
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

from . import hosts, sockets, wires
from .clock import SECOND
from .frames import Place
from .loop import Observer, VirtualLoop
from .recorder import Recorder
from .sockets import MemorySocket, Target, refusal
from .turns import Turn, Turns

FIRST_PORT = 49_152
"""The first port that is given to who asks for any: the first that is nobody's (RFC 6335)."""

LAST_PORT = 65_535

STANDS_STILL = "timed out: nothing can answer while this waits on the event loop's thread"

_running_loop = events._get_running_loop


class Opened:
    """A connection or a server, and who opened it."""

    __slots__ = ("closed", "place", "what")

    def __init__(self, what: str, place: Place) -> None:
        self.what = what
        self.place = place
        self.closed = False


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

    def __init__(self, turns: Turns, recorder: Recorder | None = None, latency: int = 0) -> None:
        """Make a network on which a byte takes `latency` nanoseconds."""
        self.turns = turns
        self.latency = latency
        self.inside = Inside()
        self._recorder = recorder
        self._bound: dict[int, list[weakref.ref[MemorySocket]]] = {}
        self._next_port = FIRST_PORT
        self._line: deque[Turn] = deque()
        self._loops: list[weakref.ref[NetworkLoop]] = []
        self._room: list[asyncio.Future[None]] = []
        self._opened: list[Opened] = []

    def join_loop(self, loop: NetworkLoop) -> None:
        """Note a loop on which programs use this network."""
        self._loops.append(weakref.ref(loop))

    def clear(self) -> None:
        """Forget what was opened while the file was loaded."""
        self._opened.clear()

    # --- addresses ---

    def _resolve(self, sock: MemorySocket, address: Any, what: str) -> Target:
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

    def _at(self, port: int) -> Iterator[MemorySocket]:
        """Yield the sockets that have a port."""
        for reference in self._bound.get(port, ()):
            sock = reference()
            if sock is not None and sock.fileno() != -1:
                yield sock

    def _is_taken(self, sock: MemorySocket, address: str, port: int) -> bool:
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

    def bind(self, sock: MemorySocket, address: Any) -> None:
        """Give a socket an address of this machine; port 0: the next free one."""
        target = self._resolve(sock, address, "bind")
        if not hosts.is_own(target.address):
            raise refusal(errno.EADDRNOTAVAIL, sockets.NO_NETWORK)
        if sock.type != socket.SOCK_STREAM:
            raise refusal(errno.EOPNOTSUPP, "a run has no UDP")
        if sock.getsockname()[1]:
            raise refusal(errno.EINVAL)
        if target.port and self._is_taken(sock, target.address, target.port):
            raise refusal(errno.EADDRINUSE)
        sock.take_name(self._take(sock, target.address, target.port))

    # --- servers ---

    def listen(self, sock: MemorySocket, frame: FrameType) -> None:
        """Note a server; one without an address gets any."""
        address, port, *_ = sock.getsockname()
        if not port:
            sock.take_name(self._take(sock, address, 0))
        elif self._is_taken(sock, address, port):  # two that only have the address may share it, two that listen not
            raise refusal(errno.EADDRINUSE)
        self._note("a server", sock, self._place(frame))

    def accepted(self, server: MemorySocket, made: MemorySocket) -> None:
        """Note that a server took a connection: another one may wait."""
        self._note("a connection that came in", made, server.opened.place if server.opened is not None else None)
        room, self._room = self._room, []
        for waiting in room:
            if not waiting.done():
                waiting.set_result(None)
        self.stir()

    def _server_at(self, target: Target) -> MemorySocket | None:
        wanted = hosts.LOOPBACK[target.family] if target.address == hosts.ANY[target.family] else target.address
        listening = [sock for sock in self._at(target.port) if sock.is_listening and sock.family == target.family]
        for address in (wanted, hosts.ANY[target.family]):
            for sock in listening:
                if sock.getsockname()[0] == address:
                    return sock
        return None

    # --- connections ---

    def _target(self, sock: MemorySocket, address: Any) -> Target:
        """Return whom a socket is to be connected to. Raises OSError for who cannot be reached."""
        target = self._resolve(sock, address, "connect")
        if sock.type != socket.SOCK_STREAM:
            raise refusal(errno.ENETUNREACH, f"{sockets.NO_NETWORK}, and has no UDP")
        if not hosts.is_own(target.address):
            raise refusal(errno.ENETUNREACH, sockets.NO_NETWORK)
        if not sock.may_connect:
            raise refusal(errno.EISCONN)
        return target

    def _join(self, sock: MemorySocket, target: Target, place: Place) -> None:
        """Connect a socket to the server that listens there. Raises ConnectionRefusedError."""
        server = self._server_at(target)
        if server is None:
            raise refusal(errno.ECONNREFUSED)
        address = hosts.LOOPBACK[target.family] if target.address == hosts.ANY[target.family] else target.address
        peer = hosts.sockaddr(target.family, address, target.port)
        local = sock.getsockname()
        if not local[1]:
            local = self._take(sock, address, 0)
        half = sock.give_half()
        loop = self._main_loop() if self.latency else None
        if loop is not None:
            near = half
            far, half = sockets.pair()
            wires.connect(loop, near, far, self.latency)
            loop._write_to_self()
        made = MemorySocket.adopt.__func__(type(sock), half, sock, peer, local)  # type: ignore[attr-defined]
        sock.take_name(local, peer)
        server.offer(made)
        self._note("a connection", sock, place)
        self.stir()

    def _main_loop(self) -> NetworkLoop | None:
        found = [loop for reference in self._loops if (loop := reference()) is not None and not loop.is_closed()]
        return found[-1] if found else None

    async def reach(self, sock: MemorySocket, address: Any) -> None:
        """Connect as `loop.sock_connect` does: the set-up takes a round trip, and waits while the server is full."""
        target = self._target(sock, address)
        place = self._place(sys._getframe(1))
        if self.latency:
            await asyncio.sleep(2 * self.latency / SECOND)
        while (server := self._server_at(target)) is not None and server.is_full:
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
        target = self._target(sock, address)
        timeout = sock.gettimeout()
        if timeout != 0:
            self._hold(self.turns.clock.now + 2 * self.latency, frame)
            server = self._server_at(target)
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

    # --- what is left open ---

    def _place(self, frame: FrameType) -> Place:
        return None if self._recorder is None else self._recorder.line_of(frame)

    def _note(self, what: str, sock: MemorySocket, place: Place) -> None:
        sock.opened = Opened(what, place)
        self._opened.append(sock.opened)

    def forgotten(self, descriptor: int) -> None:
        """Take note that garbage collection is about to close a connection."""
        sock = self.inside.find(descriptor)
        if isinstance(sock, MemorySocket):
            sock.opened = None

    def left_open(self) -> list[Opened]:
        """Return what the program opened and did not close; what garbage collection closed counts as left open."""
        return [entry for entry in self._opened if not entry.closed]


class NetworkLoop(VirtualLoop):
    """An event loop on a network in memory."""

    def __init__(self, turns: Turns, network: Network, observer: Observer | None = None) -> None:
        super().__init__(turns, observer)
        self.network = network
        self.inside = network.inside
        network.join_loop(self)

    async def getaddrinfo(
        self, host: Any, port: Any, *, family: int = 0, type: int = 0, proto: int = 0, flags: int = 0
    ) -> list[Any]:
        """Answer at once, where asyncio asks a thread."""
        return hosts.getaddrinfo(host, port, family, type, proto, flags)

    async def getnameinfo(self, sockaddr: Any, flags: int = 0) -> tuple[str, str]:
        """Answer at once, where asyncio asks a thread."""
        return hosts.getnameinfo(sockaddr, flags)

    async def sock_connect(self, sock: socket.socket, address: Any) -> None:
        """Connect to a server of this process."""
        if not isinstance(sock, MemorySocket) or not sock.is_memory:
            await super().sock_connect(sock, address)
            return
        await self.network.reach(sock, address)


def install(network: Network) -> Callable[[], None]:
    """Put the network in place of the machine's; return a function that undoes it."""
    names = {"__slots__": (), "__module__": "socket", "__qualname__": "socket", "network": network}
    replacements: list[tuple[Any, str, Any]] = [
        (socket, "socket", type("socket", (MemorySocket,), names)),
        (socket, "gethostname", hosts.gethostname),
        (asyncio.StreamWriter, "__del__", _writer_end(network)),
    ]
    replacements += [(socket, function.__name__, _asking(function, network)) for function in hosts.ASKED]
    originals = [(owner, name, getattr(owner, name)) for owner, name, _ in replacements]
    for owner, name, replacement in replacements:
        setattr(owner, name, replacement)

    def undo() -> None:
        for owner, name, original in originals:
            setattr(owner, name, original)

    return undo


def _asking(function: Callable[..., Any], network: Network) -> Callable[..., Any]:
    """Return what takes the place of a function that asks a name server."""

    def asking(*arguments: Any, **keywords: Any) -> Any:
        host = keywords.get("host", arguments[0] if arguments else None)
        if isinstance(host, str) and host and hosts.numeric(host) is None:
            network.asked(sys._getframe(1))
        return function(*arguments, **keywords)

    asking.__name__ = asking.__qualname__ = function.__name__
    asking.__module__ = "socket"
    return asking


def _writer_end(network: Network) -> Callable[[Any], None]:
    """Return what takes the place of `StreamWriter.__del__`, which closes a connection that nobody closed."""
    end = asyncio.StreamWriter.__del__

    def __del__(self: Any) -> None:
        transport = self.transport
        if not transport.is_closing():
            network.forgotten(transport.get_extra_info("socket").fileno())
        end(self)

    return __del__


def seal() -> None:
    """Refuse what goes round the network in memory: for good, since an audit hook cannot be removed."""
    families = (socket.AF_INET, socket.AF_INET6)
    family_of = _socket.socket.__dict__["family"].__get__

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith("socket."):
            if event in _ASKING:
                raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
            if event in _REACHING and family_of(arguments[0]) in families:
                raise PermissionError(errno.EPERM, f"{os.strerror(errno.EPERM)}: {sockets.NO_NETWORK}")

    sys.addaudithook(hook)


_ASKING = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"})
_REACHING = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"})
