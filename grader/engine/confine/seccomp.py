"""seccomp: which calls of the kernel a process may make, as a filter that the kernel runs before each of them.

The filter is a program for the kernel's small machine (linux/filter.h, linux/seccomp.h): it sees the number of the
call and its six arguments, not what they point to. A call that `syscalls` does not allow fails with EPERM. It lasts for
good, for all threads, and for what the process starts.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .libc import c, checked
from .syscalls import CALLS

_LOAD, _AND, _EQUAL, _GREATER_EQUAL, _RETURN = 0x20, 0x54, 0x15, 0x35, 0x06
"""BPF_LD|W|ABS, BPF_ALU|AND|K, BPF_JMP|JEQ|K, BPF_JMP|JGE|K, BPF_RET|K."""
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16
"""Offsets in struct seccomp_data; each argument has eight bytes."""
_ALLOW, _ERROR, _KILL = 0x7FFF0000, 0x00050000, 0x80000000

_SET_MODE_FILTER, _ALL_THREADS = 1, 1


class Architecture(NamedTuple):
    """What differs between machines."""

    audit: int
    """AUDIT_ARCH_… of linux/audit.h."""
    seccomp: int
    """Number of the call `seccomp`."""
    numbers_end: int
    """Numbers from here on belong to another way to call (x32)."""
    column: str
    """Whose numbers in the table of calls."""


ARCHITECTURES = {
    "x86_64": Architecture(0xC000003E, 317, 0x40000000, "x86_64"),
    "aarch64": Architecture(0xC00000B7, 277, 0xFFFFFFFF, "aarch64"),
}


class Condition(NamedTuple):
    """An argument must have one of these values, as far as the mask goes."""

    argument: int
    values: Sequence[int | None]
    """None: the number of the process itself."""
    mask: int = 0xFFFFFFFF
    high: bool = False
    """Whether its upper four bytes are meant."""


_CLONE_THREAD = 0x00010000
_PR_NAMES = (15, 16, 0x53564D41)  # PR_SET_NAME, PR_GET_NAME, PR_SET_VMA
_IOCTLS = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)  # TCGETS TIOCGWINSZ FIONREAD FIONBIO FIONCLEX FIOCLEX
_SOCKET_OPTIONS = (2, 6, 9, 10, 13, 15, 16, 18, 20, 21, 66, 67)
"""SO_REUSEADDR BROADCAST KEEPALIVE OOBINLINE LINGER REUSEPORT PASSCRED RCVLOWAT, RCVTIMEO SNDTIMEO (old and new)."""
_FCNTLS = (0, 1, 2, 3, 4, 5, 6, 7, 1030, 1031, 1032)  # copies, flags, locks, F_DUPFD_CLOEXEC, sizes of pipes

_FIXED: Mapping[str, tuple[Condition, ...]] = {
    "connected": (Condition(4, (0,)), Condition(4, (0,), high=True)),
    "pair": (Condition(0, (1,)), Condition(1, (1, 5), mask=0xF)),  # AF_UNIX; SOCK_STREAM, SOCK_SEQPACKET
    "option": (Condition(1, (1,)), Condition(2, _SOCKET_OPTIONS)),  # SOL_SOCKET
    "terminal": (Condition(1, _IOCTLS),),
    "descriptor": (Condition(1, _FCNTLS),),
    "name": (Condition(0, _PR_NAMES),),
}


def _when(*, threads: bool, processes: bool) -> dict[str, tuple[Condition, ...] | int | None]:
    """Return what each word of the table means: conditions, the number of an error, or None for always."""
    own = (Condition(0, (0, None)),)
    refused: int | None = None if processes else errno.EPERM
    thread = (Condition(0, (_CLONE_THREAD,), mask=_CLONE_THREAD),) if threads else errno.EPERM
    return {
        "": None,
        "own": own,
        "signal": None if processes else own,
        "process": refused,
        "thread": None if processes else thread,
        "absent": errno.ENOSYS,
        "pretended": 0,
        **_FIXED,
    }


class Step(NamedTuple):
    """One instruction for the kernel's machine."""

    operation: int
    value: int | None
    """None: the number of the process that the filter is for."""
    if_true: int = 0
    if_false: int = 0


class Filter:
    """What a process may call, made beforehand for whichever process it will be."""

    def __init__(self, *, threads: bool, processes: bool, machine: str = "") -> None:
        """Make the filter. Raises OSError on an architecture that has no table."""
        architecture = ARCHITECTURES.get(machine or os.uname().machine)
        if architecture is None:
            raise OSError(errno.ENOSYS, f"no table of calls for {os.uname().machine}")
        meanings = _when(threads=threads, processes=processes)
        steps = [
            Step(_LOAD, _ARCHITECTURE),
            Step(_EQUAL, architecture.audit, 1, 0),
            Step(_RETURN, _KILL),
            Step(_LOAD, _NUMBER),
            Step(_GREATER_EQUAL, architecture.numbers_end, 0, 1),
            Step(_RETURN, _ERROR | errno.EPERM),
        ]
        for call in CALLS:
            number = getattr(call, architecture.column)
            if number is not None:
                steps += _of_call(number, meanings[call.when])
        steps.append(Step(_RETURN, _ERROR | errno.EPERM))
        self._parts = [bytearray()]
        for operation, value, if_true, if_false in steps:
            self._parts[-1] += struct.pack("=HBB", operation, if_true, if_false)
            if value is None:
                self._parts.append(bytearray())
            else:
                self._parts[-1] += struct.pack("=I", value)

    def of(self, process: int) -> bytes:
        """Return the filter for a process, by its number."""
        return struct.pack("=I", process).join(self._parts)


def _of_call(number: int, meaning: tuple[Condition, ...] | int | None) -> list[Step]:
    if meaning is None:
        body = [Step(_RETURN, _ALLOW)]
    elif isinstance(meaning, int):
        body = [Step(_RETURN, _ERROR | meaning)]
    else:
        body = [step for condition in meaning for step in _of_condition(condition)]
        body.append(Step(_RETURN, _ALLOW))
    return [Step(_EQUAL, number, 0, len(body)), *body]


def _of_condition(condition: Condition) -> list[Step]:
    """Go on where an argument has one of the values; refuse the call elsewhere."""
    values = condition.values
    return [
        Step(_LOAD, _ARGUMENTS + 8 * condition.argument + 4 * condition.high),
        Step(_AND, condition.mask),
        *(Step(_EQUAL, value, len(values) - place, 0) for place, value in enumerate(values)),
        Step(_RETURN, _ERROR | errno.EPERM),
    ]


def is_there() -> bool:
    """Tell whether this kernel has filters, for this machine."""
    architecture = ARCHITECTURES.get(os.uname().machine)
    if architecture is None:
        return False
    c.syscall(architecture.seccomp, _SET_MODE_FILTER, _ALL_THREADS, None)
    return ctypes.get_errno() == errno.EFAULT  # it would have read the filter


class _Program(ctypes.Structure):
    """struct sock_fprog."""

    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def install(code: bytes) -> None:
    """Put a filter into force for this process, for good; no_new_privs must be set."""
    made = _Program(len(code) // 8, code)
    number = ARCHITECTURES[os.uname().machine].seccomp
    checked(c.syscall(number, _SET_MODE_FILTER, _ALL_THREADS, ctypes.byref(made)))
