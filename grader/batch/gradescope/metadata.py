"""submission_metadata.json, in which Gradescope tells when a submission came and when it was due.

Times become those of a clock at the course's place, without a zone, as `grading.toml` has them.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import msgspec

FILE = "submission_metadata.json"
"""Its name, in the folder /autograder."""


class _Assignment(msgspec.Struct, frozen=True):
    due_date: datetime | None = None


class _User(msgspec.Struct, frozen=True):
    assignment: _Assignment = _Assignment()


class _Metadata(msgspec.Struct, frozen=True):
    created_at: datetime
    assignment: _Assignment = _Assignment()
    users: tuple[_User, ...] = ()


def moments(path: Path) -> tuple[datetime | None, datetime | None]:
    """Return when a submission came and when it was due, by the latest extension; None for what is not told."""
    try:
        told = msgspec.json.decode(path.read_bytes(), type=_Metadata)
    except (OSError, msgspec.DecodeError):
        return None, None
    zone = told.created_at.tzinfo
    dates = [each.due_date for each in (told.assignment, *(user.assignment for user in told.users))]
    due = max((date for date in dates if date is not None), default=None)
    return told.created_at.replace(tzinfo=None), due and due.astimezone(zone).replace(tzinfo=None)
