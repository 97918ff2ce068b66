"""`grade update`: a course folder gets what a newer course has."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from grader.errors import UsageError

from . import console
from .verb import course_folder, verb

if TYPE_CHECKING:
    from grader.course.handout import Handed

WORDS = {
    "new": "new",
    "back": "was gone, and is back",
    "newer": "replaced by a newer one",
    "copied": "replaced by a newer one; what was changed is in {copy}",
    "yours": "yours, and left; `grade reset {slug}` would bring the newer stub",
}
"""What became of a file -> words."""


@verb("""
pip install -U asyncgrade && grade update
""")
def command() -> int:
    """Bring new exercises, and newer tasks of the old ones; your work is left as it is.

    A file that was never changed is replaced by a newer one. What was done is listed.
    """
    from grader.course import handout

    workspace = course_folder()
    try:
        done = handout.update(workspace)
    except OSError as error:
        place = error.filename or workspace.folder
        raise UsageError(f"{place} cannot be written ({error.strerror}): mend that, and call it again") from error
    for slug, files in groupby(done, key=lambda file: file.path.parts[0]):
        console.say("\n".join(_lines(slug, list(files))))
    if not done:
        console.say(f"Nothing is new: this is version {workspace.course.version} of the course.")
    return 0


def _lines(slug: str, files: list[Handed]) -> Iterator[str]:
    if {file.fate for file in files} == {"new"} and len(files) > 1:
        yield f"{slug}: a new exercise"
        return
    for file in files:
        yield f"{file.path.as_posix()}: {WORDS[file.fate].format(copy=file.copy, slug=slug)}"
