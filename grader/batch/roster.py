"""Who is in the class: students are found again under what the archive, a table or an instructor calls them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from grader.errors import NotFoundError, UsageError

from .books import Book
from .intake import Handed, Intake, absent, natural


class Index:
    """Finds students by number, key or name; a name that two of them have is nobody's."""

    def __init__(self, handed: Iterable[Handed]) -> None:
        self._students: dict[str, set[str]] = defaultdict(set)
        self._names: dict[str, set[str]] = defaultdict(set)
        self._called: dict[str, str] = {}
        for row in handed:
            self.add(row)

    def add(self, row: Handed) -> None:
        """Take in one more."""
        for text in filter(None, (row.student, row.number)):
            self._students[text.casefold()].add(row.student)
        self._names[row.name.casefold()].add(row.student)
        self._called[row.student] = row.name

    def find(self, student: str, name: str = "") -> str | None:
        """Return the student who is known by this, or else the only one who is called so."""
        known, called = self._students, self._names
        for found in (known.get(student.casefold()), called.get(student.casefold()), called.get(name.casefold())):
            if found is not None and len(found) == 1:
                return next(iter(found))
        return None

    def meant(self, text: str) -> str:
        """Return the student whom an instructor means: by what they are known by, by name, or by a part of a name.

        Raises NotFoundError where there is none, UsageError where there are several.
        """
        exact = self.find(text)
        if exact is not None:
            return exact
        part = text.casefold()
        found = sorted(
            {student for name, students in self._names.items() if part in name for student in students}, key=natural
        )
        if not found:
            raise NotFoundError(f"there is no student {text!r} in this class: grades.csv has all names")
        if len(found) > 1:
            raise UsageError(
                f"several students are meant by {text!r}: name one of {', '.join(map(self._told, found[:10]))}"
            )
        return found[0]

    def _told(self, student: str) -> str:
        name = self._called[student]
        return student if name == student else f"{name} ({student})"


def enrolled(intake: Intake, books: Sequence[Book], slugs: Sequence[str]) -> Intake:
    """Call students as tables call them, and add a row for each exercise of those who handed in nothing."""
    index, added = Index(intake.handed), list[Handed]()
    called: dict[str, str] = {}
    for book in books:
        for row in book.rows:
            number, name = book.student(row).strip(), book.name(row).strip()
            student = index.find(number, name) if number else None
            if student is not None:
                # A list of numbers calls nobody anything, and Moodle's archive has the names that its table has.
                called |= {student: name} if name not in ("", number) and book.platform != "Moodle" else {}
            elif number:
                rows = [absent(number, name or number, slug) for slug in slugs]
                index.add(rows[0])
                added += rows
    rows = [*(replace(row, name=called.get(row.student, row.name)) for row in intake.handed), *added]
    places = {slug: place for place, slug in enumerate(slugs)}
    rows.sort(key=lambda row: (natural(row.student), row.student, places[row.exercise]))
    return replace(intake, handed=tuple(rows))
