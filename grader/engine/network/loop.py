"""Puts the network in memory in place of the machine's: an event loop on it, what `socket` offers, and a seal."""

from __future__ import annotations

import _socket
import asyncio
import errno
import os
import socket
import ssl
import sys
from collections.abc import Callable
from typing import Any

from .. import patches
from ..virtual.loop import Observer, VirtualLoop
from ..virtual.turns import Turns
from . import hosts
from .datagrams import DatagramSocket
from .network import Network
from .pairs import NO_NETWORK
from .paths import Paths
from .sockets import MemorySocket
from .tls import MemoryTLSSocket


class NetworkLoop(VirtualLoop):
    """An event loop on a network in memory, or (None) on the machine's own."""

    def __init__(self, turns: Turns, network: Network | None, observer: Observer | None = None) -> None:
        super().__init__(turns, observer)
        self.network = network
        if network is not None:
            self.inside = network.inside
            network.join_loop(self)

    async def getaddrinfo(
        self, host: Any, port: Any, *, family: int = 0, type: int = 0, proto: int = 0, flags: int = 0
    ) -> list[Any]:
        """Answer at once, where asyncio asks a thread."""
        if self.network is None:
            return await super().getaddrinfo(host, port, family=family, type=type, proto=proto, flags=flags)
        try:
            return hosts.getaddrinfo(host, port, family, type, proto, flags)
        except socket.gaierror:
            self.network.missing(f"the address of {host}")
            raise

    async def getnameinfo(self, sockaddr: Any, flags: int = 0) -> tuple[str, str]:
        """Answer at once, where asyncio asks a thread."""
        if self.network is None:
            return await super().getnameinfo(sockaddr, flags)
        return hosts.getnameinfo(sockaddr, flags)

    async def sock_connect(self, sock: socket.socket, address: Any) -> None:
        """Connect to a server of this process."""
        if self.network is None or not isinstance(sock, MemorySocket) or not sock.is_memory:
            await super().sock_connect(sock, address)
            return
        if isinstance(sock, DatagramSocket):
            sock.connect(address)
        else:
            await self.network.reach(sock, address)

    async def create_unix_server(self, protocol_factory: Any, path: Any = None, **options: Any) -> Any:
        """Serve at a path; what was left there by a server that is gone makes way, as a real one does."""
        if self.network is not None and path is not None:
            Paths.make_way(path)
        return await super().create_unix_server(protocol_factory, path, **options)


def install(network: Network) -> Callable[[], None]:
    """Put the network in place of the machine's; return a function that undoes it."""
    names = {"__slots__": (), "__module__": "socket", "__qualname__": "socket", "network": network}
    tls_names = {"__module__": "ssl", "__qualname__": "SSLSocket", "network": network}
    made: Any = type("socket", (MemorySocket,), names)
    made.datagrams = type("socket", (DatagramSocket, made), names)
    replacements: list[tuple[Any, str, Any]] = [
        (socket, "socket", made),
        (ssl.SSLContext, "sslsocket_class", type("SSLSocket", (MemoryTLSSocket,), tls_names)),
        (socket, "gethostname", hosts.gethostname),
        (asyncio.StreamWriter, "__del__", _writer_end(network)),
    ]
    replacements += [(socket, function.__name__, _asking(function, network)) for function in hosts.ASKED]
    return patches.put(replacements)


def _asking(function: Callable[..., Any], network: Network) -> Callable[..., Any]:
    """Return what takes the place of a function that asks a name server."""

    def asking(*arguments: Any, **keywords: Any) -> Any:
        host = keywords.get("host", arguments[0] if arguments else None)
        if isinstance(host, str) and host and hosts.numeric(host) is None:
            network.asked(sys._getframe())
        try:
            return function(*arguments, **keywords)
        except socket.gaierror:
            network.missing(f"the address of {host}")
            raise

    asking.__name__ = asking.__qualname__ = function.__name__
    asking.__code__ = asking.__code__.replace(co_name=function.__name__)  # by which the recorder names the call
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
                raise PermissionError(errno.EPERM, f"{os.strerror(errno.EPERM)}: {NO_NETWORK}")

    sys.addaudithook(hook)


_ASKING = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"})
_REACHING = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"})
