"""Which choices a run makes where something may come otherwise than usual; those on the judge's side are made here.

What a knob is, and what its choices mean, is told in `grader/engine/virtual/schedule.py`. The knob `services` is the
judge's: how long a service takes whose author declares that it may vary.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

Knob = Literal["sets", "ties", "cost", "threads", "io", "delays", "services"]
"""What may vary."""

KNOBS: tuple[Knob, ...] = get_args(Knob)

Choices = Mapping[tuple[Knob, int], int]
"""The choices that are not 0: (knob, which choice of this knob) to choice."""

SERVICE_FACTORS = (1, 2, 0.5, 1.5, 0.75)
"""By how much the time of a service is multiplied, by choice."""


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """What may come otherwise than usual in a run."""

    knobs: tuple[Knob, ...]
    """What may vary."""
    choices: Choices = field(default_factory=dict)
    """The choices to make."""
    seed: int | None = None
    """What the choices beyond those of a knob are drawn from; None: they are 0."""

    def as_data(self) -> dict[str, object]:
        """Return what the runner is told."""
        knobs = [knob for knob in self.knobs if knob != "services"]
        return {"knobs": knobs, "choices": {knob: self.given(knob) for knob in knobs}, "seed": self.seed}

    def given(self, knob: Knob) -> list[int]:
        """Return the choices of one knob as a list: zeros where none is given."""
        numbers = [number for name, number in self.choices if name == knob]
        return [self.choices.get((knob, number), 0) for number in range(max(numbers, default=-1) + 1)]


class Latency:
    """How long services take in one run."""

    def __init__(self, schedule: Schedule | None) -> None:
        self._varies = schedule is not None and "services" in schedule.knobs
        self._given = schedule.given("services") if schedule is not None else []
        seed = schedule.seed if schedule is not None else None
        self._draw = None if seed is None else random.Random(f"{seed}/services")
        self.made = 0
        """How many choices were made."""

    def choose(self) -> tuple[int, int]:
        """Make the next choice; return its number, and the choice."""
        if not self._varies:
            return 0, 0
        number = self.made
        self.made += 1
        if number < len(self._given):
            return number, min(self._given[number], len(SERVICE_FACTORS) - 1)
        return number, 0 if self._draw is None else self._draw.randrange(len(SERVICE_FACTORS))
