"""What an instructor decides beside the checks: who is told what of each, as `grading.toml` says."""

from __future__ import annotations

from datetime import datetime

import msgspec

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
    def is_open(self) -> bool:
        """Whether everybody sees it in full, at any time."""
        return self.visibility == "visible" and self.detail == "full"


OPEN = Showing()
"""What is shown to everybody."""


class Grading(Data, frozen=True, kw_only=True):
    """What an instructor decides for one exercise."""

    source: str = ""
    """The file that says so, for errors; empty where there is none."""
    checks: dict[str, Showing] = msgspec.field(default_factory=dict)
    """Name of a check → what students are told of it."""
    added: Showing = Showing(visibility="hidden", detail="verdict")
    """The same of the checks that an instructor adds to the exercise's, where their names are not listed."""


UNDECIDED = Grading()
"""Where an instructor has said nothing."""
