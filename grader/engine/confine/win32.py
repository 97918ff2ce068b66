"""Confinement on Windows: a job object that holds one process and so much memory and processor time. Untested.

A job bounds; it keeps nobody from reading a file. The tier says so: `bounded`.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import Policy

_EXTENDED_LIMITS = 9
"""JobObjectExtendedLimitInformation."""
_PROCESS_TIME, _ACTIVE_PROCESSES, _PROCESS_MEMORY, _KILL_ON_CLOSE = 0x2, 0x8, 0x100, 0x2000


class _Limits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("active_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
        ("io", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


class Confinement:
    """What every runner is confined to."""

    def __init__(self, readable: Sequence[str], shelf: str) -> None:
        """There is nothing to get ready: a job knows no files."""

    def enter(self, policy: Policy) -> None:
        """Put this process into a job of its own; the job lasts as long as its handle, which is never closed."""
        kernel: Any = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined]
        kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = ctypes.c_void_p
        job, process = kernel.CreateJobObjectW(None, None), kernel.GetCurrentProcess()
        limits = _Limits()
        limits.flags = _PROCESS_TIME | _PROCESS_MEMORY | _KILL_ON_CLOSE
        limits.process_time = int((policy.cpu_seconds + 1) * 10_000_000)
        limits.process_memory = policy.memory
        if not policy.processes:
            limits.flags |= _ACTIVE_PROCESSES
            limits.active_processes = 1
        size = ctypes.sizeof(limits)
        job = ctypes.c_void_p(job)
        if not (
            kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), size)
            and kernel.AssignProcessToJobObject(job, ctypes.c_void_p(process))
        ):
            raise OSError(ctypes.get_last_error(), "the job object was refused")  # type: ignore[attr-defined]
