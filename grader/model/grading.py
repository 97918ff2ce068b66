"""What an instructor decides beside the checks, as `grading.toml` says: who is told what, and what a score comes to."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec
from msgspec import structs

from .base import Data
from .reports import Detail, Visibility


class Showing(Data, frozen=True, kw_only=True):
    """What students are told of a check."""

    visibility: Visibility = "visible"
    """Whether they are told which check it is."""
    visible_from: datetime | None = None
    """From when on they are told of one that is hidden; None: never."""
    detail: Detail = "full"
    """How much they are told of it."""

    @property
    def is_contradictory(self) -> bool:
        """Whether it says that a check is told of in full, and never."""
        return self.visibility == "hidden" and self.visible_from is None and self.detail == "full"

    @property
    def is_open(self) -> bool:
        """Whether everybody sees it in full, at any time."""
        return self.visibility == "visible" and self.detail == "full"


OPEN = Showing()
"""What is shown to everybody."""


class Decision(Data, frozen=True, kw_only=True):
    """What an instructor says of a check; what is None is as it is of others."""

    visibility: Visibility | None = None
    """Whether students are told which check it is."""
    visible_from: datetime | None = None
    """From when on they are told of it; before, it is hidden."""
    detail: Detail | None = None
    """How much they are told of it."""

    def over(self, others: Showing) -> Showing:
        """Return what students are told of it, where of `others` they are told so much.

        >>> Decision(detail="cause").over(Showing(visibility="hidden", detail="verdict"))
        Showing(visibility='hidden', visible_from=None, detail='cause')
        """
        if self.visibility is None and self.visible_from is None:
            return structs.replace(others, detail=self.detail or others.detail)
        hidden = self.visible_from is not None or self.visibility == "hidden"
        return Showing(
            visibility="hidden" if hidden else "visible",
            visible_from=self.visible_from,
            detail=self.detail or ("verdict" if hidden and self.visible_from is None else "full"),
        )


class Late(Data, frozen=True, kw_only=True):
    """What coming late costs. Times have no zone: they are those that a learning platform writes."""

    deadline: datetime | None = None
    """When it was due; None: late is what the platform calls late."""
    grace_minutes: float = 0.0
    """So many minutes after the deadline it is not late yet; beyond, all of them count."""
    per: Literal["day", "hour"] = "day"
    """What is counted."""
    off: float
    """Part of the points that each day or hour costs that has begun, from 0 to 1."""
    never_below: float = 0.0
    """Part of the points that is left in any case."""
    until: datetime | None = None
    """What comes later than this gets no points."""


class Attempts(Data, frozen=True, kw_only=True):
    """Which of several attempts counts."""

    most: int | None = None
    """How many are accepted, from the first on; None: all."""
    which: Literal["last", "best"] = "last"
    """Which of those that are accepted counts."""


class Credit(Data, frozen=True, kw_only=True):
    """How points come of checks."""

    points: Literal["each", "all"] = "each"
    """`each`: every check that passes gives its own; `all`: only a program that passes all of them gets any."""
    step: float | None = None
    """Points are rounded to multiples of this, half up; None: they are not rounded."""


class Grading(Data, frozen=True, kw_only=True):
    """What an instructor decides for one exercise."""

    source: str = ""
    """The file that says so, for errors; empty where there is none."""
    checks: dict[str, Decision] = msgspec.field(default_factory=dict)
    """Name of a check → what is said of it."""
    added: Showing = Showing(visibility="hidden", detail="verdict")
    """What students are told of the checks that an instructor adds to the exercise's, where nothing else is said."""
    late: Late | None = None
    """What coming late costs; None: nothing."""
    attempts: Attempts = Attempts()
    """Which of several attempts counts."""
    credit: Credit = Credit()
    """How points come of checks."""


UNDECIDED = Grading()
"""Where an instructor has said nothing."""
