"""What all types share: frozen data, places in code, and the unit of time."""

from __future__ import annotations

import msgspec

NANOSECONDS = 1_000_000_000
"""Nanoseconds in a second."""


class Data(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Frozen, keyword-only, and closed: an unknown field is an error."""


class Place(msgspec.Struct, frozen=True, array_like=True):
    """A line of the learner's code (or of `given.py`): `["gather.py", 7]`."""

    file: str
    """File name as the learner knows it, without a folder."""
    line: int
    """Line, counted from 1."""


def seconds(nanoseconds: int) -> str:
    """Write a time the way learners read it: `2 s`, `0.25 s`; a millisecond is the finest unit.

    >>> seconds(2_000_000_000), seconds(250_000_000), seconds(1_000_400_000)
    ('2 s', '0.25 s', '1 s')
    """
    milliseconds = round(nanoseconds / 1_000_000)
    return f"{milliseconds / 1000:.3f}".rstrip("0").rstrip(".") + " s"
