"""What platforms put beside the students' files: who they are, where names of files do not say it.

Gradescope's export has `submission_metadata.yml`, without which a submission is a number; Blackboard's archive has a
text for each attempt, with the student's name. Of both only a few lines are read, by their shape: neither is trusted,
and what is not as expected is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .archive import Member
from .layouts import owner

KINDS = (".yml", ".txt")
"""Suffixes of such files."""

_SUBMISSION = re.compile(r"^submission_(\d+):\n((?:[ -].*\n?)*)", re.MULTILINE)
_SUBMITTERS = re.compile(r"^  :submitters:\n((?:  (?:- |  ).*\n?)*)", re.MULTILINE)
_FIELD = re.compile(r"^  (?:- |  ):(\w+): *(.*?) *$", re.MULTILINE)
_BLACKBOARD = re.compile(r"^Name:\s*(.+?) \(([^()\n]+)\)\s*$", re.MULTILINE)


def names(found: Sequence[Member], layout: object) -> dict[str, tuple[str, str]]:
    """Return what names of files call a student -> what the student is known by, and called."""
    readers = {"gradescope": _gradescope, "blackboard": _blackboard}
    reader = readers.get(layout) if isinstance(layout, str) else None
    return dict(reader(found)) if reader is not None else {}


def _gradescope(found: Sequence[Member]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield who handed in a submission: by number or address, which are the same in every assignment."""
    for member in found:
        if member.path.name != "submission_metadata.yml" or len(member.path.parts) > 2:
            continue
        for submission in _SUBMISSION.finditer(_text(member)):
            listed = _SUBMITTERS.search(submission[2])
            fields = [(name, _unquoted(value)) for name, value in _FIELD.findall(listed[1] if listed else "")]
            called = ", ".join(value for name, value in fields if name == "name" and value)
            known = [value for wanted in ("sid", "email") for name, value in fields if name == wanted and value]
            # A group has one submission: what it is known by is no single student.
            single = sum(name == "name" for name, _ in fields) == 1
            yield submission[1], (known[0] if known and single else submission[1], called)


def _blackboard(found: Sequence[Member]) -> Iterator[tuple[str, tuple[str, str]]]:
    for member in found:
        whose = owner(member.path, "blackboard")
        told = _BLACKBOARD.search(_text(member)) if whose is not None and member.path.suffix == ".txt" else None
        if whose is not None and told is not None and told[2] == whose.student:
            yield whose.student, (whose.student, told[1].strip())


def _text(member: Member) -> str:
    return member.data.decode("utf-8-sig", "replace").replace("\r\n", "\n")


def _unquoted(value: str) -> str:
    found = re.fullmatch(r"'(.*)'|\"(.*)\"", value)
    return value if found is None else (found[1] or found[2] or "").replace("''", "'")
