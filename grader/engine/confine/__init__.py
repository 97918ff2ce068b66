"""Confinement: what a runner may do to the machine, which is its own work and no more.

A run is a stranger's program. Before a line of it is loaded, its process gives up, for good, what it does not need:
files other than Python's own, the network, other processes, signals to them, more memory and longer files than it may
have. Unprivileged, by what the system offers to everybody; no service, and nothing compiled.

    linux      namespaces, limits, capabilities, Landlock, seccomp, in that order
    landlock   which files may be read or written
    mounts     a file system of the process's own, where that takes its place
    seccomp    which calls of the kernel may be made, as a program that the kernel runs before each
    libc       the C library, by which the kernel is asked
    syscalls   the numbers of those calls
    darwin     Seatbelt (untested)
    win32      a job object (untested)
    probe      tries what must not be possible: the judge trusts the outcome, not the list of what was set up

A platform's module has one class `Confinement`. It is made once, in the process that forks (or is) the runner, after
everything that may be needed was imported; `enter` is called in the runner, for each run.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib import import_module
from typing import Any, NamedTuple, Protocol


class Policy(NamedTuple):
    """What one run may do beyond computing."""

    folder: str
    """Its own folder, which it may write to; empty: none."""
    threads: bool
    """Start threads."""
    processes: bool
    """Start processes and other programs."""
    memory: int
    """Bytes of address space beyond what the process has now."""
    cpu_seconds: float
    """Processor time."""

    @classmethod
    def of_job(cls, job: dict[str, Any]) -> Policy:
        """Return what a job says of it."""
        return cls(
            folder=job["folder"],
            threads="threads" not in job["forbids"],
            processes="subprocesses" in job["allows"],
            memory=job["limits"]["memory_mib"] * 2**20,
            cpu_seconds=job["limits"]["cpu_seconds"],
        )


class Confinement(Protocol):
    """A platform's way to confine a process."""

    def enter(self, policy: Policy) -> None:
        """Confine this process, for good. OSError: something that the platform has could not be done."""


PLATFORMS = ("linux", "darwin", "win32")
"""Those that have a module here."""


def of_platform(readable: Iterable[str], shelf: str) -> Confinement | None:
    """Get ready to confine runners; None where this platform has no way.

    `readable`: paths of what a program may import beside the standard library; `shelf`: the folder in which the runs'
    own folders lie.
    """
    if sys.platform not in PLATFORMS:
        return None
    made: Confinement = import_module(f".{sys.platform}", __name__).Confinement(list(readable), shelf)
    return made
