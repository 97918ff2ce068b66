"""Runs made one after the other in one process: a third of what a process for each costs, and less to be relied on.

What a program changes in Python's library, the next run finds changed; and what runs first may lie about what follows.
So a job is run this way only where its trace can do nothing but take points away, and where whatever takes them is run
once more in a process of its own (`grader/judge/exploring.py`).
"""

from __future__ import annotations

import threading
from contextlib import ExitStack
from pathlib import Path

from . import folder as folders, session
from .job import Finished, Job
from .start import Backend


class Shared:
    """Processes of one backend in which runs are made one after the other."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._idle: list[_Series] = []
        self._lock = threading.Lock()

    def run(self, job: Job) -> Finished:
        """Run a job that shares its process, in one in which this program was run before, if there is one."""
        with self._lock:
            found = next((series for series in self._idle if series.takes(job)), None)
            if found is not None:
                self._idle.remove(found)
        series = found or _Series(self._backend, job)
        try:
            finished = series.run(job)
        except BaseException:
            series.close()
            raise
        if series.goes_on:
            with self._lock:
                self._idle.append(series)
        else:
            series.close()
        return finished

    def close(self) -> None:
        """End the processes that wait for another job."""
        with self._lock:
            for series in self._idle:
                series.close()
            self._idle.clear()


class _Series:
    """One process."""

    def __init__(self, backend: Backend, job: Job) -> None:
        self._first = job
        self._began = False
        self.goes_on = True
        self._stack = ExitStack()
        self._folder = self._stack.enter_context(folders.made(job.laid_out))
        self._process = backend.start()

    def takes(self, job: Job) -> bool:
        """Whether a job is of the program that runs here, and may use and do the same."""
        first = self._first
        return (job.files, job.limits, job.allows, job.forbids) == (
            first.files,
            first.limits,
            first.allows,
            first.forbids,
        )

    def run(self, job: Job) -> Finished:
        """Run a job; see `goes_on`."""
        one = session.Session(self._process, job, self._folder, ready=self._began)
        self._began = True
        outcome = one.conduct()
        self.goes_on = one.goes_on and not any(Path(self._folder).iterdir())
        return one.finished(outcome)

    def close(self) -> None:
        """End the process."""
        with self._stack:
            self._process.kill()
            self._process.close()
