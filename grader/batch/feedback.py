"""Pages go back to a platform: a zip with the names of the archive that was downloaded, as Moodle takes it."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from .grading import Grade

NAME = "feedback.zip"


def write(path: Path, classes: Sequence[tuple[Sequence[Grade], Mapping[str, Path]]]) -> None:
    """Pack the page of everyone who was graded into a file, in one step: the same pages give the same bytes.

    A page is called `report.html`; where there are several exercises it has the exercise's name, too.
    """
    part = path.with_name(f"{path.name}.part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as made:
        for grades, pages in classes:
            for grade in grades:
                if grade.report is not None:
                    name = f"report-{grade.handed.exercise}.html" if len(classes) > 1 else "report.html"
                    # An entry has the first moment that a zip can name, and not that of its writing.
                    entry = zipfile.ZipInfo(f"{grade.handed.folder}{name}")
                    made.writestr(entry, pages[grade.handed.student].read_bytes(), zipfile.ZIP_DEFLATED)
    part.replace(path)
