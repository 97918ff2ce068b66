"""Whose file it is: learning platforms say so in the names of an archive's members, each in its own way.

Where the names come from: Moodle 4.5 as observed (a folder or a prefix for each participant); Canvas,
lib/content_zipper.rb; Gradescope's export; Blackboard and Brightspace from the patterns of public tools that read them.
Beside these a folder for each student, and a file for each student. Who typed a text in place of a file is known, too:
the page with it is no program, but says that something was handed in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from grader.errors import UsageError


@dataclass(frozen=True, kw_only=True)
class Owned:
    """A member's name, understood."""

    student: str
    """What tells students apart: a number or a name that the platform gave."""
    name: str
    """What the student is called, for people."""
    path: PurePosixPath
    """The file's name as the student knows it."""
    folder: str = ""
    """What stands in front of that name in the archive."""
    attempt: str = ""
    """Which attempt it belongs to; the greatest one counts."""
    late: bool = False
    """Whether the platform says that it came late."""


_WHEN = r"[A-Z][a-z]{2} \d{1,2}, \d{4} \d{3,4} [AP]M"

LAYOUTS: dict[str, tuple[str, ...]] = {
    "moodle": (
        r"(?P<name>[^_/]*)_(?P<student>\d+)_assignsubmission_(?:file|onlinetext)_?/(?P<path>.+)",
        r"(?P<name>[^_/]*)_(?P<student>\d+)_assignsubmission_(?:file|onlinetext)_(?P<path>[^/]+)",
        r"(?P<student>[^_/]+)_assignsubmission_(?:file|onlinetext)_?/(?P<path>.+)",
    ),
    "brightspace": (rf"(?P<student>\d+)-\d+ - (?P<name>.+?) - (?P<attempt>{_WHEN})[ /-]+(?P<path>.+)",),
    "blackboard": (r"(?:.+)_(?P<student>[^_]+)_attempt_(?P<attempt>\d{4}(?:-\d\d){5})(?:_(?P<path>.+)|\.txt)",),
    "gradescope": (r"(?:assignment_\d+_export/)?submission_(?P<student>\d+)/(?P<path>.+)",),
    "canvas": (
        r"(?:(?P<name>\w*?)_)?(?:(?P<late>LATE)_)?(?P<student>\d+)_\d+_(?P<path>.+)",
        r"(?:(?P<name>\w*?)_)?(?:(?P<late>LATE)_)?(?P<student>\d+)_(?P<path>(?:text|link)\.html)",
    ),
    "folders": (r"(?P<student>[^/]+)/(?P<path>.+)",),
    "files": (r"(?P<path>(?P<student>[^/]+)\.(?:py|ipynb))",),
}
"""Layout → patterns of whole names, the first that fits."""

PLAIN = ("folders", "files")
"""Layouts that are no platform's: a folder's pattern fits nearly every name."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern that an instructor wrote. Raises UsageError where it is none, or has no group `student`."""
    try:
        found = re.compile(pattern)
    except re.error as error:
        raise UsageError(f"the pattern {pattern!r} is no regular expression: {error}") from error
    if "student" not in found.groupindex:
        raise UsageError(f"the pattern {pattern!r} has no group (?P<student>…)")
    return found


def layout_of(paths: Iterable[PurePosixPath]) -> str:
    """Return the platform that at least half of the names agree with; else whether there are folders or files."""
    names = [str(path) for path in paths]
    agree = {layout: sum(_match(patterns, name) is not None for name in names) for layout, patterns in LAYOUTS.items()}
    platforms = [layout for layout in LAYOUTS if layout not in PLAIN and 2 * agree[layout] >= len(names)]
    return max(platforms or PLAIN, key=lambda layout: agree[layout])


def owner(path: PurePosixPath, layout: str | re.Pattern[str]) -> Owned | None:
    """Tell whose file it is; None where the name does not say."""
    name = str(path)
    found = layout.fullmatch(name) if isinstance(layout, re.Pattern) else _match(LAYOUTS[layout], name)
    if found is None:
        return None
    groups = found.groupdict()
    student = groups["student"]
    file = groups.get("path") or path.name
    return Owned(
        student=student,
        name=(groups.get("name") or student).replace("_", " ").strip(),
        path=PurePosixPath(file),
        folder=name.removesuffix(file),
        attempt=_in_order(groups.get("attempt") or ""),
        late=bool(groups.get("late")),
    )


def moment(attempt: str) -> datetime | None:
    """Return when an attempt was handed in, where it is called by its time, as Blackboard and Brightspace do.

    >>> moment("2026-11-22-08-00-12")
    datetime.datetime(2026, 11, 22, 8, 0, 12)
    """
    if re.fullmatch(r"\d{4}(\D\d{1,2}){4,5}", attempt) is None:
        return None
    try:
        return datetime(*map(int, re.split(r"\D", attempt)))  # type: ignore[arg-type]
    except ValueError:
        return None


def _match(patterns: tuple[str, ...], name: str) -> re.Match[str] | None:
    return next(_matches(patterns, name), None)


def _matches(patterns: tuple[str, ...], name: str) -> Iterator[re.Match[str]]:
    return (found for pattern in patterns if (found := re.fullmatch(pattern, name)))


def _in_order(when: str) -> str:
    """Write Brightspace's dates, such as `Nov 22, 2026 800 AM`, so that a later one is greater."""
    found = re.fullmatch(r"(\w{3}) (\d+), (\d{4}) (\d{1,2})(\d\d) ([AP])M", when)
    if found is None:
        return when
    month, day, year, hour, minute, half = found.groups()
    hours = int(hour) % 12 + 12 * (half == "P")
    return f"{year}-{_MONTHS.index(month) + 1:02}-{int(day):02}-{hours:02}-{minute}"
