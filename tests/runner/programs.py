"""Runs programs that are given as text."""

from __future__ import annotations

import textwrap
from typing import Any

from grader.model import Limits, Network, Permission, Printed, Prohibition
from grader.runner import Backend, Finished, Job, Service, run

FILE = "program.py"
AT_ONCE = Network()
LIMITS = Limits(cpu_seconds=0.6, wall_seconds=5.0, memory_mib=64, output_bytes=20_000, steps=5_000)
PROCESSES: tuple[Permission, ...] = ("subprocesses",)
"""What lets a program start others."""


def job(
    source: str,
    *,
    target: str = "main",
    entry_points: tuple[str, ...] = ("main",),
    arguments: tuple[object, ...] = (),
    replace: dict[str, Service] | None = None,
    files: dict[str, str] | None = None,
    limits: Limits = LIMITS,
    seed: int = 0,
    allows: tuple[Permission, ...] = (),
    forbids: tuple[Prohibition, ...] = (),
    network: Network = AT_ONCE,
    data: dict[str, bytes] | None = None,
) -> Job:
    """Make a job of a program's text."""
    return Job(
        files={FILE: textwrap.dedent(source), **(files or {})},
        main_file=FILE,
        target=target,
        entry_points=entry_points,
        arguments=arguments,
        replace=replace or {},
        limits=limits,
        seed=seed,
        allows=allows,
        forbids=forbids,
        network=network,
        data=data or {},
    )


def execute(backend: Backend, source: str, **options: Any) -> Finished:
    """Run a program in a process of its own."""
    return run(backend.start(), job(source, **options))


def printed(finished: Finished) -> list[tuple[float, str]]:
    """Return (seconds, text) of each line on standard output."""
    return [
        (event.time / 1e9, event.text)
        for event in finished.trace.events
        if isinstance(event, Printed) and event.stream == "stdout"
    ]


def texts(finished: Finished) -> list[str]:
    """Return the lines on standard output."""
    return [text for _, text in printed(finished)]
