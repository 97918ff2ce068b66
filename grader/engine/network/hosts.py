"""Host names and addresses, as a machine without a network knows them: itself.

`socket.getaddrinfo` and its kin answer from here, on the event loop's thread and off it, in no time and without asking
anybody. A numeric address is taken for what it is; `localhost` is this machine, IPv4 first; any other name is unknown.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import Any

NAMES: dict[str, tuple[str, ...]] = {
    "localhost": ("127.0.0.1", "::1"),
    "localhost.localdomain": ("127.0.0.1", "::1"),
    "ip6-localhost": ("::1",),
}
"""The names that are known."""

SERVICES = {"domain": 53, "ftp": 21, "http": 80, "https": 443, "imap": 143, "pop3": 110, "smtp": 25, "ssh": 22}
"""The services whose port has a name here."""

ANY: dict[int, str] = {socket.AF_INET: "0.0.0.0", socket.AF_INET6: "::"}
"""The address that stands for all of this machine's."""

LOOPBACK: dict[int, str] = {socket.AF_INET: "127.0.0.1", socket.AF_INET6: "::1"}

_inet_pton, _inet_ntop = socket.inet_pton, socket.inet_ntop
_UNKNOWN = (socket.EAI_NONAME, "Name or service not known")
_KINDS = (
    (socket.SOCK_STREAM, socket.IPPROTO_TCP),
    (socket.SOCK_DGRAM, socket.IPPROTO_UDP),
    (socket.SOCK_RAW, 0),
)


def numeric(host: str) -> tuple[int, str] | None:
    """Return (family, address in its usual spelling) of a numeric address, or None for a name."""
    host, _, _ = host.partition("%")
    for family in ANY:
        try:
            return family, _inet_ntop(family, _inet_pton(family, host))
        except (OSError, ValueError):
            continue
    return None


def is_own(address: str) -> bool:
    """Tell whether a numeric address is this machine's."""
    return address.startswith("127.") or address in ("0.0.0.0", "::", "::1", "::ffff:127.0.0.1")


def addresses(host: str) -> list[tuple[int, str]]:
    """Return (family, address) for a host. Raises socket.gaierror for a name that is not known."""
    found = numeric(host)
    if found is not None:
        return [found]
    known = NAMES.get(host.lower().removesuffix("."))
    if known is None:
        raise socket.gaierror(*_UNKNOWN)
    return [found for address in known if (found := numeric(address)) is not None]


def port_of(port: Any) -> int:
    """Return the number of a port that may be a number, its digits, or a service's name."""
    if port is None:
        return 0
    if isinstance(port, bytes):
        port = port.decode("ascii")
    if isinstance(port, str):
        if port.strip().isdecimal():
            return int(port)
        if port not in SERVICES:
            raise socket.gaierror(socket.EAI_SERVICE, "Servname not supported for ai_socktype")
        return SERVICES[port]
    return int(port)


def sockaddr(family: int, address: str, port: int) -> tuple[Any, ...]:
    """Return an address as Python's sockets write it."""
    return (address, port) if family == socket.AF_INET else (address, port, 0, 0)


def getaddrinfo(
    host: Any, port: Any, family: int = 0, type: int = 0, proto: int = 0, flags: int = 0
) -> list[tuple[Any, ...]]:
    """Answer as `socket.getaddrinfo` does."""
    if host is None and port is None:
        raise socket.gaierror(*_UNKNOWN)
    if isinstance(host, bytes):
        host = host.decode("ascii")
    if not host:
        found = list((ANY if host is None and flags & socket.AI_PASSIVE else LOOPBACK).items())
    elif not isinstance(host, str):
        raise TypeError("getaddrinfo() argument 1 must be string or None")
    elif flags & socket.AI_NUMERICHOST and numeric(host) is None:
        raise socket.gaierror(*_UNKNOWN)
    else:
        found = addresses(host)
    if family not in (0, *ANY):
        raise socket.gaierror(socket.EAI_FAMILY, "ai_family not supported")
    found = [item for item in found if family in (0, item[0])]
    if not found:
        raise socket.gaierror(getattr(socket, "EAI_ADDRFAMILY", -9), "Address family for hostname not supported")
    number = port_of(port)
    name = host if host and flags & socket.AI_CANONNAME else ""
    return [
        (socket.AddressFamily(kind), socket.SocketKind(stream), protocol, name, sockaddr(kind, address, number))
        for kind, address in found
        for stream, protocol in _KINDS
        if type in (0, stream) and proto in (0, protocol)
    ]


def getnameinfo(address: tuple[Any, ...], flags: int = 0) -> tuple[str, str]:
    """Answer as `socket.getnameinfo` does; a port's name is its number."""
    host, port = address[0], address[1]
    found = addresses(host)[0][1]
    named = not flags & socket.NI_NUMERICHOST and is_own(found)
    if flags & socket.NI_NAMEREQD and not named:
        raise socket.gaierror(*_UNKNOWN)
    return "localhost" if named else found, str(port)


def gethostbyname(host: str) -> str:
    """Answer as `socket.gethostbyname` does."""
    return gethostbyname_ex(host)[2][0]


def gethostbyname_ex(host: str) -> tuple[str, list[str], list[str]]:
    """Answer as `socket.gethostbyname_ex` does."""
    found = [address for family, address in addresses(host or "0.0.0.0") if family == socket.AF_INET]
    if not found:
        raise socket.gaierror(getattr(socket, "EAI_ADDRFAMILY", -9), "Address family for hostname not supported")
    return host, [], found


def gethostbyaddr(host: str) -> tuple[str, list[str], list[str]]:
    """Answer as `socket.gethostbyaddr` does."""
    found = addresses(host)[0][1]
    if not is_own(found):
        raise socket.herror(1, "Unknown host")
    return "localhost", [], [found]


def gethostname() -> str:
    """Return the name of this machine: the same for everybody."""
    return "localhost"


ASKED: tuple[Callable[..., Any], ...] = (getaddrinfo, getnameinfo, gethostbyname, gethostbyname_ex, gethostbyaddr)
"""What a program asks a name server for: on a real machine it waits for the answer."""
