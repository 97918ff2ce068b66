"""What a runner does, however it was started: it is told what to run, confines itself, and runs it to its end."""

from __future__ import annotations

import os

from .confine import Confinement, Policy, probe
from .program import Program

_leave_process = os._exit


def run(program: Program, confinement: Confinement | None, down: int, up: int) -> None:
    """Do what comes down the channel; the process ends with it. `program` is prepared."""
    channel = program.channel
    channel.open(down, up)
    (job,) = channel.receive()
    if confinement is not None:
        confinement.enter(Policy.of_job(job))
    channel.post(["ready"])
    channel.flush()
    if "probe" in job:
        channel.post(["probed", probe.run(job["probe"])])
        channel.flush()
        _leave_process(0)
    program.run(job)
