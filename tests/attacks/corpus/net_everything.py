"""Calls out by every kind of socket and every library: past Python's own too."""
import asyncio
import ctypes
import http.client
import os
import socket
import struct
import _socket

TCP, UDP, TCP6 = int("@TCP@"), int("@UDP@"), int("@TCP6@")
libc = ctypes.CDLL(None, use_errno=True)
_won = []

def _try(name, action):
    try:
        if action() is not False:
            _won.append(name)
    except BaseException:
        pass

def _stream(family, address):
    opened = _socket.socket(family, _socket.SOCK_STREAM)
    opened.settimeout(1)
    opened.connect(address)
    opened.send(b"hello")

def _datagram(family, address):
    opened = _socket.socket(family, _socket.SOCK_DGRAM)
    assert opened.sendto(b"hello", address) == 5

def _fast_open():
    opened = _socket.socket(_socket.AF_INET, _socket.SOCK_STREAM)
    opened.sendto(b"hello", 0x20000000, ("127.0.0.1", TCP))

def _by_libc(family, kind, packed):
    number = libc.socket(family, kind, 0)
    assert number >= 0
    assert libc.connect(number, packed, len(packed)) == 0
    libc.send(number, b"hello", 5, 0)

def _by_syscall(packed):
    number = libc.syscall(41 if os.uname().machine == "x86_64" else 198, 2, 1, 0)
    assert number >= 0
    assert libc.syscall(42 if os.uname().machine == "x86_64" else 203, number, packed, len(packed)) == 0

def _inet(port):
    return struct.pack("=H", 2) + struct.pack("!H4s8x", port, bytes([127, 0, 0, 1]))

def _unix(path):
    return struct.pack("=H", 1) + path + b"\0"

def _made(family, kind, protocol=0):
    libc_made = _socket.socket(family, kind, protocol)
    return libc_made.fileno() >= 0

_local = {
    "tcp": lambda: _stream(_socket.AF_INET, ("127.0.0.1", TCP)),
    "tcp6": lambda: _stream(_socket.AF_INET6, ("::1", TCP6)),
    "udp": lambda: _datagram(_socket.AF_INET, ("127.0.0.1", UDP)),
    "fast open": _fast_open,
    "unix": lambda: _stream(_socket.AF_UNIX, "@UNIX@"),
    "unix datagram": lambda: _datagram(_socket.AF_UNIX, "@DATAGRAM@"),
    "abstract": lambda: _stream(_socket.AF_UNIX, "\0@ABSTRACT@"),
    "libc tcp": lambda: _by_libc(2, 1, _inet(TCP)),
    "libc udp": lambda: _by_libc(2, 2, _inet(UDP)),
    "libc unix": lambda: _by_libc(1, 1, _unix(b"@UNIX@")),
    "system call": lambda: _by_syscall(_inet(TCP)),
    "raw": lambda: _made(_socket.AF_INET, _socket.SOCK_RAW, 1),
    "packet": lambda: _made(_socket.AF_PACKET, _socket.SOCK_RAW, 0),
    "netlink": lambda: _socket.socket(_socket.AF_NETLINK, _socket.SOCK_RAW, 0).bind((0, 0)),
    "vsock": lambda: _stream(_socket.AF_VSOCK, (1, 1)),
    "http": lambda: http.client.HTTPConnection("127.0.0.1", TCP, timeout=1).request("GET", "/"),
    "create_connection": lambda: socket.create_connection(("127.0.0.1", TCP), 1),
}
for _name, _action in _local.items():
    _try(_name, _action)

async def fetch_all(fetch, ids):
    for host, port in (("127.0.0.1", TCP), ("localhost", TCP), ("169.254.169.254", 80)):
        try:
            await asyncio.wait_for(asyncio.open_connection(host, port), 1)
            _won.append(f"open_connection {host}")
        except Exception:
            pass
    try:
        await asyncio.open_unix_connection("@UNIX@")
        _won.append("open_unix_connection")
    except Exception:
        pass
    for claim in _won:
        print("won:", claim)
    return [0 for number in ids]
