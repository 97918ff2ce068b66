"""What an instructor decides beside the checks: who is told what of each, as `grading.toml` says."""

from __future__ import annotations

from datetime import datetime

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


class Grading(Data, frozen=True, kw_only=True):
    """What an instructor decides for one exercise."""

    source: str = ""
    """The file that says so, for errors; empty where there is none."""
    checks: dict[str, Decision] = msgspec.field(default_factory=dict)
    """Name of a check → what is said of it."""
    added: Showing = Showing(visibility="hidden", detail="verdict")
    """What students are told of the checks that an instructor adds to the exercise's, where nothing else is said."""


UNDECIDED = Grading()
"""Where an instructor has said nothing."""
