"""What a run is asked to do, and what comes of it."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, field
from typing import Literal

from grader.model import Limits, Network, Permission, Prohibition, Trace

from .schedule import Schedule
from .services import Service

OPENING = "data.open"
"""The name behind which a service stands that opens files in `data/`: it is asked for one by its path from there."""


@dataclass(frozen=True, kw_only=True)
class Script:
    """How a file is run as Python runs it; the job's arguments are those of the command line."""

    name: str
    """What stands for the file in `sys.argv`."""
    root: str
    """The folder in which it lies, and from which it imports."""
    folder: str
    """The folder that is the current one."""
    module: str = ""
    """What it is called as a module of a package, as with `python -m`; empty for a file that is run by its path."""
    real_time: bool = False
    """Whether time and network are the machine's."""


@dataclass(frozen=True, kw_only=True)
class Job:
    """What to run."""

    files: dict[str, str]
    """File name → text."""
    main_file: str
    """The learner's file."""
    target: str
    """`main`, `task`, or `scenario:name`; `__main__` for a script."""
    entry_points: tuple[str, ...] = ("main",)
    """The exercise's coroutines: where the file runs one while it is loaded, that is left out."""
    arguments: tuple[object, ...] = ()
    """Plain data, passed by position."""
    replace: dict[str, Service] = field(default_factory=dict)
    """Names behind which a service stands: `task`, `given.download`; `data.open` returns what is in a file."""
    limits: Limits = Limits()
    """What the run may use."""
    cancel_ns: int | None = None
    """When the coroutine is cancelled, in nanoseconds; None: never."""
    seed: int = 0
    """Seed of `random` in the runner."""
    schedule: Schedule | None = None
    """What may come otherwise than usual; None: nothing, and that is the run that is graded."""
    allows: tuple[Permission, ...] = ()
    """What the program may do that others may not."""
    forbids: tuple[Prohibition, ...] = ()
    """What the program may not do that others may."""
    network: Network = field(default_factory=Network)
    """How fast the runner's network is."""
    data: dict[str, bytes] = field(default_factory=dict)
    """Files in the run's own folder: path from there → content."""
    script: Script | None = None
    """How the file is run as a script; None for a coroutine of it."""
    shares: bool = False
    """Whether others may be run in its process, before and after: see `shared`."""

    @property
    def laid_out(self) -> dict[str, bytes]:
        """What lies in the folder when the run begins: of files that are served, their lengths only."""
        return {name: bytes(len(content)) for name, content in self.data.items()} if self.is_served else self.data

    def content(self, name: object) -> bytes:
        """Return what is in a file, by its path from `data/`."""
        return self.data.get(f"data/{name}", b"")

    @property
    def is_served(self) -> bool:
        """Whether what is in the files comes from the judge when they are opened."""
        return OPENING in self.replace

    @property
    def label(self) -> str:
        """The run as a learner would write it."""
        if self.script is not None:
            return shlex.join([self.script.name, *map(str, self.arguments)])
        name = self.target.removeprefix("scenario:")
        return f"{name}({', '.join(map(repr, self.arguments))})"


@dataclass(frozen=True, kw_only=True)
class Request:
    """A call of a service: observed evidence."""

    service: str
    """The name it stands behind."""
    arguments: tuple[object, ...]
    """What it was called with, in the order of its parameters."""
    start: int
    """Nanoseconds."""
    end: int | None
    """When it was answered or given up; None: not before the run ended."""
    how: Literal["returned", "raised", "cancelled", "open"]
    """What came of it."""


@dataclass(frozen=True, kw_only=True)
class Finished:
    """A run that is over."""

    trace: Trace
    value: object
    """What the coroutine returned."""
    requests: tuple[Request, ...]
    """Calls of services, in the order in which they came."""
    over_ns: int
    """When nothing of the run went on any more. The coroutine itself had ended by then; how long before is reported."""
