"""Runs of checks whose runner is a player of frames: real ones of a program, with a lie among them.

A script is what a real runner sent up, message by message. A player sends it again, waits for the judge where the
runner would, and ends cleanly. One that is careful gives every message the judge's time, waits no longer than it was
granted, and is idle only while something is owed to it: it breaks no rule by accident.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from dataclasses import replace as altered
from pathlib import Path
from types import ModuleType
from typing import Any

from grader.exercise import load_exercise
from grader.judge.checks import needs_of, points_of
from grader.judge.examination import Examination, Material
from grader.judge.exploring import OutOfTime
from grader.judge.sameness import identity
from grader.judge.state import CheckState
from grader.judge.submission import SubmissionUnderTest
from grader.model import Submission
from grader.runner import Backend, Finished, Job, run as run_job
from grader.runner.channel import ProtocolError, decode_frame, frame
from grader.runner.process import Process, Source
from grader.runner.services import Service

Message = list[Any]
Script = list[Message]
Lie = Callable[[Script, Script], Script]
"""What becomes of a run, given also the run of a right program."""

MESSAGES = 2_000
"""A run of more is not lied about."""

Key = tuple[object, ...]
"""What tells one run of a program from its others; checks that ask for the same run share it."""

ACTS = ("ready", "loaded", "ask", "give-up", "wait", "idle", "printed", "result")
"""Messages by which a runner does something that the judge sees. The others only tell of its inside."""


class Recorded:
    """A process whose messages are kept."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._buffer = b""
        self.pid = process.pid
        self.script: Script = []
        self.kill, self.close, self.send = process.kill, process.close, process.send

    def read(self, timeout: float) -> list[tuple[Source, bytes]]:
        """Read, and keep what came up."""
        found = self._process.read(timeout)
        self._buffer += b"".join(data for source, data in found if source == "up")
        while len(self._buffer) >= 4 + (size := int.from_bytes(self._buffer[:4], "big")) and self._buffer:
            self.script += json.loads(self._buffer[4 : 4 + size])
            self._buffer = self._buffer[4 + size :]
        return found


class Player:
    """A process that sends a script."""

    pid: int | None = None

    def __init__(self, script: Script, *, careful: bool = False) -> None:
        self._rest = iter(script)
        self._careful = careful
        self._told = False
        self._now, self._horizon, self._limit = 0, 0, 0
        self._owed: set[int] = set()

    def send(self, data: bytes) -> None:
        """Take what the judge says."""
        (said, *rest) = json.loads(data[4:])
        if isinstance(said, dict):
            self._horizon = self._limit = said["limits"]["virtual_ns"]
        elif said == "go":
            self._now, self._horizon = 0, self._limit
            self._owed.clear()
        else:
            self._now, self._horizon, replies = rest
            self._owed.difference_update(request for request, _, _ in replies)

    def read(self, timeout: float) -> list[tuple[Source, bytes]]:
        """Send what comes before the judge's next answer, or the end."""
        sent = b""
        for message in self._rest:
            fitting = self._fitted(message) if self._careful else message
            if fitting is not None:
                sent += frame([fitting])
                if fitting[:1] in (["loaded"], ["idle"]):
                    return [("up", sent)]
        if sent:
            return [("up", sent)]
        return [("status", b"end 0")]

    def _fitted(self, message: Message) -> Message | None:
        try:
            decode_frame(json.dumps([message]).encode())
        except ProtocolError:
            return message
        name, *fields = message
        if fields and name not in ("blocked", "result"):
            message = [name, self._now, *fields[1:]]
        match name, *fields:
            case "idle", _, target:
                if not self._owed:
                    return None
                return ["idle", self._now, target if target is None else max(target, self._now)]
            case "wait", _, until:
                until = min(until, self._horizon)
                if until <= self._now:
                    return None
                message[2] = self._now = until
            case "blocked", time, until, *rest:
                until = min(max(until, 0), self._now)
                message = [name, min(max(time, 0), until), until, *rest]
            case "result", time, *rest:
                message = [name, min(max(time, 0), self._now), *rest]
            case "ask", _, request, *_:
                self._owed.add(request)
                self._horizon = self._now
            case "give-up", _, request if request in self._owed:
                self._owed.discard(request)
                self._horizon = self._horizon if self._owed else self._limit
        return message

    def kill(self) -> None:
        """Nothing is to be ended."""

    def close(self) -> None:
        """Nothing is to be let go of."""


class Border:
    """The checks of an exercise, and runs of a program that a player can stand in for."""

    def __init__(self, folder: Path, source: str, backend: Backend) -> None:
        self.material = Material.read(load_exercise(folder), folder)
        self._submission = Submission(name=self.material.exercise.file, source=source)
        self._backend = backend
        self._scripts: dict[tuple[Key, bool], Script] = {}
        self._users: dict[Key, set[str]] = {}
        module = _loaded(next(folder.glob("test_*.py")))
        self.checks = {name: check for name, check in vars(module).items() if name.startswith("test_")}
        self.honest = {name: self.status(name, self.play) for name in self.checks}
        """Check → status, each for itself."""

    def script(self, check: str, job: Job, number: int, *, right: bool = False) -> Script:
        """Return what the program's runner sent in this run of a check.

        Of the solution instead, where it is `right`; what services return that was drawn is then something else, as it
        is in every run of another submission: nobody can have it but from the judge.
        """
        run = key(check, job, number)
        self._users.setdefault(run, set()).add(check)
        if (run, right) not in self._scripts:
            if right:
                replace = {name: _drawn_otherwise(service) for name, service in job.replace.items()}
                job = altered(job, files={**job.files, job.main_file: self.material.solution}, replace=replace)
            process = Recorded(self._backend.start())
            run_job(process, job)
            self._scripts[run, right] = process.script
        return self._scripts[run, right]

    def play(self, check: str, job: Job, number: int) -> Process:
        """Play a run as it was."""
        return Player(self.script(check, job, number))

    def lying(self, lie: Lie, where: Key | None = None, *, careful: bool = False) -> Callable[[str, Job, int], Process]:
        """Play this run (every run, where none is named) with a lie, the others as they were."""

        def play(check: str, job: Job, number: int) -> Process:
            script = self.script(check, job, number)
            right = self.script(check, job, number, right=True)
            if where in (None, key(check, job, number)):
                script = lie(script, right)
            return Player(script, careful=careful)

        return play

    def status(
        self,
        name: str,
        play: Callable[[str, Job, int], Process],
        run: Callable[[Process, Job], Finished] = run_job,
    ) -> str:
        """Say what comes of one check when its runs are played: what it depends on is left aside."""
        examination = _Played(self, name, play, run)
        state = CheckState(name, "", points_of(self.checks[name]), needs_of(self.checks[name]))
        check = self.checks[name]
        wanted = check.__code__.co_varnames[: check.__code__.co_argcount]
        fixtures = {"submission": SubmissionUnderTest(examination, state), "rng": examination.draw(name)}
        coroutine = check(**{name: fixtures[name] for name in wanted})
        try:
            coroutine.send(None)
        except StopIteration:
            return "passed"
        except AssertionError:
            return "failed"
        return "error"

    def runs(self) -> list[tuple[Key, set[str], Script, Script]]:
        """Return the runs of all checks: the run, the checks that use it, the program's script, the solution's.

        Those of a program that polls for seconds are left out: they have thousands of messages, all alike.
        """
        for name in self.checks:
            self.status(name, self.lying(lambda wrong, right: wrong))
            self.status(name, self.lying(lambda wrong, right: right))
        return [
            (run, self._users[run], script, self._scripts[run, True])
            for (run, right), script in self._scripts.items()
            if not right and (run, True) in self._scripts and len(script) <= MESSAGES
        ]

    def earned(self, statuses: dict[str, str]) -> float:
        """Return the points of the checks that passed, by the rule for checks that depend on others."""
        return sum(self._counting(statuses).values())

    def score(self, statuses: dict[str, str]) -> float:
        """Return the points, also by the rule for programs with a fault."""
        earned = self._counting(statuses)
        if earned.keys() == self.checks.keys():
            return sum(earned.values())
        return min(sum(earned.values()), sum(map(points_of, self.checks.values())) / 2)

    def _counting(self, statuses: dict[str, str]) -> dict[str, float]:
        earned: dict[str, float] = {}
        for name, check in self.checks.items():
            if statuses[name] == "passed" and all(needed in earned for needed in needs_of(check)):
                earned[name] = points_of(check)
        return earned


def key(check: str, job: Job, number: int) -> Key:
    """Return what tells a run from others: checks that ask for the same one share it."""
    return identity(job) or (check, number)


class _Played(Examination):
    """An examination whose runs are played."""

    def __init__(
        self,
        border: Border,
        check: str,
        play: Callable[[str, Job, int], Process],
        run: Callable[[Process, Job], Finished],
    ) -> None:
        super().__init__(border._submission, border.material, border._backend, b"secret")
        self._check, self._play, self._through = check, play, run
        self._number = 0

    async def explore(self, job: Job) -> Finished:
        """Explore nothing: what is found under other schedules only takes points away."""
        raise OutOfTime

    async def run(self, job: Job) -> Finished:
        process = self._play(self._check, job, self._number)
        self._number += 1
        return self._through(process, job)


def _drawn_otherwise(service: Service) -> Service:
    """Let a service return something else where what it returns was drawn (see `Draw`); its times stay."""

    def returns(*arguments: object) -> object:
        _, how, value = service.answer(arguments)
        if how == "raised":
            return None
        if isinstance(value, int) and 1_000 <= value <= 9_999:
            return value + 1
        return f"{value} elsewhere" if isinstance(value, str) else value

    names = service.parameters or service._parameters_of_functions()
    return altered(service, returns=returns, parameters=names)


def _loaded(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"checks_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
