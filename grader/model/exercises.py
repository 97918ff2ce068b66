"""What is graded, and for what: courses, exercises, submissions."""

from __future__ import annotations

from typing import Literal

import msgspec

from .base import NANOSECONDS, Data

Permission = Literal["subprocesses"]
"""What an exercise may allow: `subprocesses`, starting other programs and processes, which live in real time."""


Prohibition = Literal["threads"]
"""What an exercise may forbid: `threads`, those of the program and of pools."""


class Limits(Data, frozen=True, kw_only=True):
    """What one run may use. A run that needs more ends with `LimitExceeded` or `TimedOut`.

    Steps are counted and come first: they take about a third of the processor time that a run may use, and that about a
    fifth of the real time, so which limit an endless program hits does not depend on how busy the machine is.
    """

    steps: int = 20_000
    """Callbacks that the event loop runs; one of a task with many nested calls counts as several."""
    virtual_ns: int = 3_600 * NANOSECONDS
    """Virtual time."""
    cpu_seconds: float = 2.0
    """Processor time, in seconds."""
    wall_seconds: float = 10.0
    """Real time, in seconds."""
    memory_mib: int = 512
    """Address space beyond what the interpreter needs, in MiB."""
    output_bytes: int = 100_000
    """Bytes written to standard output and standard error together; each line counts eight more."""


class EntryPoint(Data, frozen=True, kw_only=True):
    """A coroutine that the learner writes."""

    name: str
    """`task` or `main`, as a rule."""
    parameters: tuple[str, ...] = ()
    """Names of the parameters, in order."""
    may_take_more: bool = False
    """Whether the learner may add further ones."""


class Network(Data, frozen=True, kw_only=True):
    """How fast the network of a run is, in virtual time."""

    latency_ns: int = 0
    """Nanoseconds that a byte takes from one end of a connection to the other."""
    bytes_per_second: int = 0
    """How many bytes pass in a second, in each direction of a connection; 0: any number."""


class Exercise(Data, frozen=True, kw_only=True):
    """One exercise, as `exercise.toml` tells it."""

    slug: str
    """Folder name, such as `02_gather`."""
    title: str
    """The idea in one line."""
    concept: str
    """What is taught, in one sentence."""
    file: str
    """The file that the learner edits, such as `gather.py`."""
    entry_points: tuple[EntryPoint, ...]
    """Coroutines that a submission must define."""
    hints: tuple[str, ...] = ()
    """Hints of growing strength; each asks or shows one thing."""
    docs_url: str = ""
    """The page of Python's documentation to read."""
    given: str = ""
    """Text of `given.py`, or empty."""
    limits: Limits = Limits()
    """What one run may use."""
    allows: tuple[Permission, ...] = ()
    """What a submission may do that others may not."""
    forbids: tuple[Prohibition, ...] = ()
    """What a submission may not do that others may."""
    network: Network = Network()
    """How fast the network in memory is."""
    packages: tuple[str, ...] = ()
    """Distributions that programs of this exercise import, such as `aiohttp`; they must be installed."""
    data: dict[str, bytes] = msgspec.field(default_factory=dict)
    """Files that each run finds in its folder: path from there, such as `data/a.txt`, → content."""


class Equivalent(Data, frozen=True, kw_only=True):
    """A mutant of the reference solution that is as right as the solution, as `equivalent.toml` tells it."""

    operator: str
    """Which kind of mistake it would be, such as `drop-option`."""
    function: str = ""
    """The function in which the place is; empty outside of functions."""
    before: str
    """The lines that are changed, as the solution has them; comments are left out."""
    after: str
    """What they become."""
    reason: str
    """Why nothing that the exercise asks for changes."""


class Course(Data, frozen=True, kw_only=True):
    """The order of the exercises, as `course.toml` tells it."""

    title: str
    """Name of the course."""
    version: str
    """Version of the course's content."""
    exercises: tuple[str, ...]
    """Slugs in the order in which they are learnt."""
    packages: tuple[str, ...] = ()
    """Distributions that every program may import, where they are installed."""


class Submission(Data, frozen=True, kw_only=True):
    """A learner's program, taken as text."""

    name: str
    """What the learner calls the file, such as `gather.py` or `ann/solution.py`."""
    source: str
    """The text of the file that is graded."""
