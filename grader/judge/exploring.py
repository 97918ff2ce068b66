"""Looks for a schedule under which a program does not do what it must do whatever takes how long.

The usual run decides the points; what is found here only takes points away. So nothing may be found in a right program:

- What may vary at all is told in `grader/engine/virtual/schedule.py`; delays only where an author says that they may.
- The author's solution is run first, under each knob by itself. A knob under which it fails what is asked is off, and
  the author is told. Before a finding counts, the solution is run under its knobs as often as the submission was.
- A run that used up processor time or real time is no finding: both depend on the machine.
- Runs share processes, and nothing is found, of the submission or of the solution, but in a process of its own.

A finding is shrunk to the fewest choices, run once more with those, and gets a token by which it can be run again.
"""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable, Hashable, MutableMapping
from dataclasses import dataclass, replace

from msgspec import structs

from grader.model import Chose, LimitExceeded, Offered, Trace
from grader.runner import Finished, Job
from grader.runner.schedule import KNOBS, Choices, Knob, Schedule

from .difference import Difference
from .shrinking import shrink

CONTROLS = 6
"""Runs of the author's solution under each knob, before anything is explored."""

WEIGHTS: dict[Knob, int] = {"delays": 3, "services": 3, "ties": 2}
"""How often a knob is tried by itself, where not once in a round: most mistakes show by how long things take."""

ROUND = 3
"""Of so many schedules one varies several knobs at once."""

LONGER = 4
"""How many times the limit of virtual time a run may take in which things take longer."""


class OutOfTime(Exception):
    """Processor time or real time was used up: there is nothing to conclude from that, and no further run is made."""


@dataclass(frozen=True, kw_only=True)
class Found:
    """A schedule under which a submission does not do what it must."""

    number: int
    """Which schedule it was, from 1."""
    job: Job
    """The run, with the fewest choices."""
    finished: Finished
    """What came of it."""
    difference: Difference
    """What was asked for, and what happened."""
    drawn: bool
    """Whether the choices cannot be told, and are drawn again from the schedule's seed."""


@dataclass(kw_only=True)
class Exploration:
    """One search: which schedules of a run are tried, and what is asked of each."""

    job: Job
    """The usual run."""
    seed: bytes
    """What schedules are drawn from."""
    schedules: int
    """How many are tried, the usual run not counted."""
    run: Callable[[Job], Awaitable[Finished]]
    """Runs a job."""
    judge: Callable[[Finished], Difference | None]
    """Says what is wrong with a run; None where nothing is."""
    solution: str
    """Text of the author's solution, or empty: then nothing is explored."""
    delays_may_vary: bool
    """Whether sleeps stand for work that may take longer or shorter."""
    key: Hashable | None
    """The same for explorations that ask the same of the author's solution; None: it cannot be told."""
    known: MutableMapping[Hashable, str]
    """What was found of the author's solution before, by `key`, knobs and number of runs."""

    soon: Callable[[Job], None] = lambda job: None
    """Is told of a job that will probably be run next."""

    def __post_init__(self) -> None:
        limits = self.job.limits
        self.job = replace(self.job, limits=structs.replace(limits, virtual_ns=limits.virtual_ns * LONGER))
        self.off: dict[Knob, str] = {}
        """Knobs under which the author's solution fails, each with how."""

    # --- the author's solution ---

    async def control(self) -> str:
        """Run the author's solution under each knob by itself; say why nothing can be explored, or nothing."""
        if not self.solution:
            return "there is no reference solution to compare with"
        problem = await self._of_solution((), 1)
        if problem:
            return f"the reference solution does not do what is asked: {problem}"
        for knob in self._may_vary():
            await self._try_off((knob,), CONTROLS)
        return ""

    def _may_vary(self) -> list[Knob]:
        """Return the knobs that the author lets vary."""
        services = any(service.may_vary for service in self.job.replace.values())
        allowed = {"delays": self.delays_may_vary, "services": services}
        return [knob for knob in KNOBS if allowed.get(knob, True)]

    async def _try_off(self, knobs: tuple[Knob, ...], runs: int) -> bool:
        """Take knobs away where the author's solution fails under them. Whether it did."""
        problem = await self._of_solution(knobs, runs)
        if problem:
            self.off.update(dict.fromkeys(knobs, problem))
        return bool(problem)

    async def _of_solution(self, knobs: tuple[Knob, ...], runs: int) -> str:
        """Return how the author's solution fails in one of several runs under these knobs; empty where it does not."""
        key = (self.key, knobs, runs)
        if self.key is not None and key in self.known:
            return self.known[key]
        problem = ""
        files = {**self.job.files, self.job.main_file: self.solution}
        seeds = [_number(b"solution", number) for number in range(runs)]
        schedules = [Schedule(knobs=knobs, seed=seed) if knobs else None for seed in seeds]
        jobs = [replace(self.job, files=files, seed=0, schedule=schedule) for schedule in schedules]
        for number, job in enumerate(jobs):
            for following in jobs[number + 1 : number + 2]:
                self.soon(shared(following))
            finished, difference = await self._judged(job)
            if difference is not None:
                problem = difference.message
            if problem or _idle(finished.trace, knobs) == set(knobs):
                break
        if self.key is not None:
            self.known[key] = problem
        return problem

    # --- the submission ---

    async def search(self) -> Found | None:
        """Try schedules until one is found under which the submission fails; None where all are passed."""
        idle: set[Knob] = set()  # what has nothing to choose by itself
        alone: list[Knob] = []
        for number in range(1, self.schedules + 1):
            planned = self._planned(number, idle, alone)
            if planned is None:
                return None
            varied, schedule, alone = planned
            following = self._planned(number + 1, idle, alone) if number < self.schedules else None
            if following is not None:
                self.soon(shared(replace(self.job, schedule=following[1])))
            finished, difference = await self._judged(replace(self.job, schedule=schedule))
            if len(varied) == 1:
                idle |= _idle(finished.trace, varied)
            if difference is not None:
                found = await self._confirmed(await self._shrunk(number, schedule, finished, difference))
                if found is not None:
                    return found
        return None

    def _planned(
        self, number: int, idle: set[Knob], alone: list[Knob]
    ) -> tuple[tuple[Knob, ...], Schedule, list[Knob]] | None:
        """Return which knobs the schedule of a number varies, the schedule, and which are tried alone after that."""
        knobs = [knob for knob in self._may_vary() if knob not in self.off]
        single = [knob for knob in knobs if knob not in idle]
        if not single:
            return None
        draw = random.Random(_number(self.seed, number))
        if number % ROUND == 0 and len(knobs) > 1:
            varied = tuple(draw.sample(knobs, draw.randint(2, len(knobs))))
        else:
            following = [knob for knob in alone if knob in single] or _in_turn(single)
            varied, alone = tuple(following[:1]), following[1:]
        return varied, self.drawn(number, varied), alone

    def drawn(self, number: int, knobs: tuple[Knob, ...]) -> Schedule:
        """Return the schedule of that number."""
        return Schedule(knobs=knobs, seed=_number(self.seed + b"choices", number))

    async def _confirmed(self, found: Found) -> Found | None:
        """Return a finding, unless the author's solution fails under its knobs as well: then these are off."""
        assert found.job.schedule is not None
        return None if await self._try_off(found.job.schedule.knobs, self.schedules) else found

    async def _shrunk(self, number: int, schedule: Schedule, finished: Finished, difference: Difference) -> Found:
        async def attempt(choices: Choices) -> tuple[Choices, Found] | None:
            knobs = tuple(knob for knob in KNOBS if any(knob == varied for varied, _ in choices))
            if not knobs:
                return None
            job = replace(self.job, schedule=Schedule(knobs=knobs, choices=choices))
            finished, difference = await self._judged(job)
            if difference is None:
                return None
            made = _made(finished.trace)
            exact = replace(job, schedule=Schedule(knobs=knobs, choices=made))
            return made, Found(number=number, job=exact, finished=finished, difference=difference, drawn=False)

        job = replace(self.job, schedule=schedule)
        found = Found(number=number, job=job, finished=finished, difference=difference, drawn=True)
        same = await attempt(_made(finished.trace))
        if same is None:  # what the runner told of its choices does not lead there again
            return found
        return (await shrink(*same, attempt))[1]

    async def _judged(self, job: Job) -> tuple[Finished, Difference | None]:
        """Run a job in a process that it shares, and once more alone where something is wrong with that run."""
        finished = await self.run(shared(job))
        if self.judge(finished) is not None:
            finished = await self.run(job)
        return finished, self.judge(finished)

    async def again(self, number: int, schedule: Schedule, *, drawn: bool) -> Found | None:
        """Run one schedule; None where nothing is wrong under it."""
        job = replace(self.job, schedule=schedule)
        finished = await self.run(job)
        difference = self.judge(finished)
        if difference is None:
            return None
        return Found(number=number, job=job, finished=finished, difference=difference, drawn=drawn)


def refuse_limits(trace: Trace) -> None:
    """Raise OutOfTime for a run that used up what depends on the machine."""
    outcome = trace.outcome
    if isinstance(outcome, LimitExceeded) and outcome.limit in ("cpu", "wall"):
        raise OutOfTime


def shared(job: Job) -> Job:
    """Return the job as one that shares its process, where that can be: nothing lies in its folder."""
    return replace(job, shares=not job.data)


def _in_turn(knobs: list[Knob]) -> list[Knob]:
    """Return each knob as often as its weight, the heavy ones spread out."""
    turns = range(max(WEIGHTS.values()))
    return [knob for turn in turns for knob in KNOBS[::-1] if knob in knobs and turn < WEIGHTS.get(knob, 1)]


def _idle(trace: Trace, knobs: tuple[Knob, ...]) -> set[Knob]:
    """Return the knobs that had nothing to choose in a run."""
    return set(knobs) - {event.knob for event in trace.events if isinstance(event, Offered)}


def _made(trace: Trace) -> Choices:
    """Return the choices of a run that were not 0."""
    return {(event.knob, event.number): event.choice for event in trace.events if isinstance(event, Chose)}


def _number(seed: bytes, number: int) -> int:
    """Return a seed of its own for each number."""
    return random.Random(f"{seed.hex()}/{number}").getrandbits(48)
