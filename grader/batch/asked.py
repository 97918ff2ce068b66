"""What a batch was asked for. Its folder remembers it: the same can be done again, without saying it again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from grader.errors import NotFoundError, UsageError
from grader.model import Grading, Tier

from .journal import Journal

_NAME = "asked"
_DECIDED = "decided"


class Asked(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is to be graded, and how; paths are whole."""

    source: str
    """The archive or folder."""
    exercises: tuple[str, ...]
    """Folders of the exercises; those of the course by their names."""
    layout: str | None = None
    """Whose archive it is; None where it is to be found out."""
    pattern: str | None = None
    """How names say whose a file is, as a regular expression."""
    gradebooks: tuple[tuple[str, str], ...] = ()
    """Tables to fill in, each with the exercise that it is for, or with an empty text for all of them."""
    columns: tuple[tuple[str, str], ...] = ()
    """Columns for the points, each with its exercise, or with an empty text for all of them."""
    checks: str | None = None
    """Folder with checks that are added to those of the exercises."""
    grading: str | None = None
    """The `grading.toml` that was named."""
    roster: str | None = None
    """Table of who is in the class."""
    anonymous: str | None = None
    """Folder for reports without names."""
    require: Tier | None = None
    """The least isolation."""
    unsafe: bool = False
    """Whether programs are not isolated at all."""


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """How it was handed in."""

    layout: str
    """How names were understood."""
    apart: bool
    """Whether each exercise came in an archive of its own."""


def remember(journal: Journal, asked: Asked, taken: Taken, decided: Mapping[str, Grading]) -> None:
    """Keep what was asked, how it was handed in, and what is decided of each exercise."""
    journal.remember(_NAME, msgspec.json.encode((asked, taken)))
    journal.remember(_DECIDED, msgspec.json.encode(decided))


def decisions(journal: Journal) -> dict[str, Grading]:
    """Return what was decided last of each exercise."""
    return msgspec.json.decode(journal.recall(_DECIDED) or b"{}", type=dict[str, Grading])


def recall(journal: Journal, folder: Path) -> tuple[Asked, Taken]:
    """Return what was asked last. Raises NotFoundError where nothing was, UsageError where another version wrote it."""
    data = journal.recall(_NAME)
    if data is None:
        raise NotFoundError(f"nothing was graded into {folder} yet: `grade batch SOURCE -e EXERCISE -o {folder}` does")
    try:
        return msgspec.json.decode(data, type=tuple[Asked, Taken])
    except msgspec.ValidationError as error:
        raise UsageError(f"{folder} is of another version of asyncgrade: grade into a new folder ({error})") from error
