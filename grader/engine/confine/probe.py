"""Tries what a confined program must not be able to do, each thing for real, as a program would.

The judge lays out what there is to reach (a file with a secret, a folder, listeners, itself) and looks afterwards
whether it was reached; what is told here says which of the tries went through.
"""

from __future__ import annotations

import _socket
import ctypes
import errno
import os
from collections.abc import Callable
from typing import Any

_libc = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None
_AF_NETLINK, _AF_VSOCK = 16, 40
_CLONE_NEWUSER = 0x10000000
_PTRACE_SEIZE = 0x4206


def run(targets: dict[str, Any]) -> dict[str, str]:
    """Try everything; return what came of each try: empty where it went through, else why it did not."""
    return {name: _outcome(attempt, targets) for name, attempt in ATTEMPTS.items()}


def _outcome(attempt: Callable[[dict[str, Any]], None], targets: dict[str, Any]) -> str:
    try:
        attempt(targets)
    except OSError as error:
        return errno.errorcode.get(error.errno or 0, "") or str(error) or "refused"
    except ValueError as error:  # what `resource` makes of a refusal
        return "EPERM" if "raise" in str(error) else str(error)
    except (AttributeError, NotImplementedError):
        return "not to be had on this platform"
    return ""


def _checked(result: int) -> int:
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result


def _c(name: str, *arguments: Any) -> int:
    """Call a function of the C library."""
    if _libc is None:
        raise NotImplementedError
    return _checked(getattr(_libc, name)(*arguments))


def _read(targets: dict[str, Any]) -> None:
    with open(targets["secret"]) as file:
        file.read()


def _list(targets: dict[str, Any]) -> None:
    os.listdir(targets["folder"])


def _write(targets: dict[str, Any]) -> None:
    with open(os.path.join(targets["folder"], "written"), "w") as file:
        file.write("written")


def _change(targets: dict[str, Any]) -> None:
    os.chmod(targets["secret"], 0o600)
    if os.stat(targets["secret"]).st_mode & 0o777 != 0o600:
        raise PermissionError(errno.EPERM, "it was only pretended")


def _touch(targets: dict[str, Any]) -> None:
    os.utime(targets["secret"], (1, 1))
    if os.stat(targets["secret"]).st_mtime != 1:
        raise PermissionError(errno.EPERM, "it was only pretended")


def _connect(family: int, kind: int, address: Any) -> None:
    made = _socket.socket(family, kind)
    try:
        made.settimeout(1)
        if kind == _socket.SOCK_DGRAM:
            made.sendto(b"probe", address)
        else:
            made.connect(address)
    finally:
        made.close()


def _tcp(targets: dict[str, Any]) -> None:
    _connect(_socket.AF_INET, _socket.SOCK_STREAM, ("127.0.0.1", targets["tcp"]))


def _udp(targets: dict[str, Any]) -> None:
    _connect(_socket.AF_INET, _socket.SOCK_DGRAM, ("127.0.0.1", targets["udp"]))


def _unix(targets: dict[str, Any]) -> None:
    _connect(_socket.AF_UNIX, _socket.SOCK_STREAM, targets["unix"])


def _abstract(targets: dict[str, Any]) -> None:
    if not targets["abstract"]:
        raise NotImplementedError
    _connect(_socket.AF_UNIX, _socket.SOCK_STREAM, "\0" + targets["abstract"])


def _vsock(_: dict[str, Any]) -> None:
    _socket.socket(_AF_VSOCK, _socket.SOCK_STREAM).close()


def _netlink(_: dict[str, Any]) -> None:
    _socket.socket(_AF_NETLINK, _socket.SOCK_RAW).close()


def _fork(_: dict[str, Any]) -> None:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)


def _execute(_: dict[str, Any]) -> None:
    try:
        os.execv("/nonexistent", ["nonexistent"])
    except FileNotFoundError:  # the kernel looked for it
        return


def _signal(targets: dict[str, Any]) -> None:
    os.kill(targets["judge"], 0)


def _signal_parent(_: dict[str, Any]) -> None:
    os.kill(os.getppid(), 0)


def _memory(targets: dict[str, Any]) -> None:
    with open(f"/proc/{targets['judge']}/mem", "r+b"):
        pass


def _command_line(targets: dict[str, Any]) -> None:
    with open(f"/proc/{targets['judge']}/cmdline", "rb") as file:
        file.read()


def _trace(targets: dict[str, Any]) -> None:
    _c("ptrace", _PTRACE_SEIZE, targets["judge"], None, None)


def _limits(targets: dict[str, Any]) -> None:
    import resource

    resource.prlimit(targets["judge"], resource.RLIMIT_CORE)


def _affinity(targets: dict[str, Any]) -> None:
    os.sched_setaffinity(targets["judge"], os.sched_getaffinity(0))


def _shared_memory(_: dict[str, Any]) -> None:
    _c("shmget", 0, 4096, 0o1600)


def _shared_file(targets: dict[str, Any]) -> None:
    if not targets["shared"]:
        raise NotImplementedError
    with open(targets["shared"], "w") as file:
        file.write("shared")


def _namespace(_: dict[str, Any]) -> None:
    _c("unshare", _CLONE_NEWUSER)


def _own_limits(_targets: dict[str, Any]) -> None:
    import resource

    _soft, most = resource.getrlimit(resource.RLIMIT_AS)
    if most == resource.RLIM_INFINITY:
        return
    resource.setrlimit(resource.RLIMIT_AS, (most, resource.RLIM_INFINITY))


ATTEMPTS: dict[str, Callable[[dict[str, Any]], None]] = {
    "read a file": _read,
    "list a folder": _list,
    "write a file": _write,
    "change a file's mode": _change,
    "change a file's times": _touch,
    "connect by TCP": _tcp,
    "send by UDP": _udp,
    "connect to a Unix socket": _unix,
    "connect to an abstract Unix socket": _abstract,
    "make a VM socket": _vsock,
    "make a netlink socket": _netlink,
    "start a process": _fork,
    "start a program": _execute,
    "signal the judge": _signal,
    "signal its parent": _signal_parent,
    "open the judge's memory": _memory,
    "read the judge's command line": _command_line,
    "trace the judge": _trace,
    "read the judge's limits": _limits,
    "move the judge to other processors": _affinity,
    "share memory by a key": _shared_memory,
    "write a file in shared memory": _shared_file,
    "enter a namespace": _namespace,
    "raise its own memory limit": _own_limits,
}
