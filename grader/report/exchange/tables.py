"""Tables of grades, as CSV. What strangers wrote is text in them, and nothing else: no cell begins a formula.

A spreadsheet takes a cell that begins with one of `= + - @`, a tab or a carriage return for a formula, also in quotes
(OWASP, CSV Injection). Such text gets an apostrophe in front; numbers stay numbers.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

_FORMULA = re.compile(r"^[\s\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]")
_EXACT = Context(prec=400)
"""Digits for any number of points that a file can hold."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


def neutral(text: str) -> str:
    """Make text of strangers safe in a cell: one line, no control characters, no formula."""
    line = _CONTROL.sub(" ", text)
    return f"'{line}" if _FORMULA.match(text) or _FORMULA.match(line) else line


def points(value: float, decimals: int = 2) -> str:
    """Write points, half rounded up, with so many decimals at most and a full stop."""
    rounded = Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _EXACT)
    return f"{rounded:f}".rstrip("0").rstrip(".") if decimals else f"{rounded:f}"


def written(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write a table as CSV by RFC 4180, in UTF-8 with the mark by which spreadsheets know it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig", "backslashreplace")
