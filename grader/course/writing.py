"""Our files in a learner's folders: what they are called, and how they are written.

They are written in one step: nobody reads half of one, and a crash leaves the old one or the new one. What is ours, and
not the learner's, is kept in a hidden folder `.grade`, which git is told to leave out.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

HIDDEN = ".grade"

PROGRESS = "progress.json"
"""The file whose presence, beside folders of exercises, marks a course folder."""

PAGE = "last.html"
"""The page of the last report, in the hidden folder beside the graded file."""


def with_progress(here: Path) -> Iterator[Path]:
    """Give the folders that have a file of that name, from `here` upwards."""
    for folder in (here.resolve(), *here.resolve().parents):
        with contextlib.suppress(OSError):  # a folder that may not be looked into has none
            if (folder / PROGRESS).is_file():
                yield folder


def hidden(folder: Path) -> Path:
    """Return the hidden folder in a folder; it is made where there is none.

    Raises OSError, also where a link stands in its place: the folder may be a stranger's.
    """
    home = folder / HIDDEN
    if home.is_symlink():
        raise NotADirectoryError(20, "it is a link")
    home.mkdir(exist_ok=True)
    if not (home / ".gitignore").is_file():
        replace(home / ".gitignore", b"*\n")
    return home


def replace(path: Path, data: bytes) -> Path:
    """Put `data` in the place of whatever has this path, and return the path. A link is replaced, not followed.

    What was written has reached the disk before it takes the old one's place. Raises OSError, with nothing left behind.
    """
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        Path(name).chmod(0o644)
        return Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
