"""Pages go back to a platform: a zip with the names of the archive that was downloaded, as Moodle takes it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from .grading import Grade

NAME = "report.html"
"""What a student's page is called in the zip."""


def packed(grades: Sequence[Grade], pages: Mapping[str, Path]) -> bytes:
    """Pack the page of everyone who was graded: the same pages give the same bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for grade in grades:
            if grade.report is not None:
                # An entry has the first moment that a zip can name, and not that of its writing.
                made.writestr(zipfile.ZipInfo(f"{grade.handed.folder}{NAME}"), pages[grade.handed.student].read_bytes())
    return file.getvalue()
