"""The text of a program: its file, and the Python files that it can import from the same folder and below."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from grader.errors import GraderError
from grader.exercise import read_submission

MAX_FILES = 500
"""Files that are read; those of folders far below come last."""
MAX_BYTES = 8 * 2**20
"""Bytes of all of them."""
MAX_DEPTH = 6
"""Folders below the program's own that are looked into."""

_IMPORT = re.compile(r"^[ \t]*(?:import|from)\b.*", re.MULTILINE)
_NAME = re.compile(r"\w+")


@dataclass(frozen=True, kw_only=True)
class Sources:
    """A program, taken as text."""

    path: Path
    """The file."""
    texts: dict[str, str]
    """Path from the file's folder, such as `app.py` or `pkg/net.py` → text."""
    left_out: tuple[str, ...]
    """Files of modules that are imported and too many, too large, or no text: the trace does not tell of them."""

    @property
    def file(self) -> str:
        """The file's name among the texts."""
        return self.path.name

    @property
    def text(self) -> str:
        """The file's text."""
        return self.texts[self.file]


def read(path: Path) -> Sources:
    """Read a program. Raises NotFoundError, or SubmissionError where its file cannot be read as text."""
    texts = {path.name: read_submission(path).source}
    left_out = []
    size = len(texts[path.name])
    for found in _beside(path):
        name = found.relative_to(path.parent).as_posix()
        try:
            text = read_submission(found).source
        except GraderError:
            left_out.append(name)
            continue
        size += len(text)
        if len(texts) >= MAX_FILES or size > MAX_BYTES:
            left_out.append(name)
            break
        texts[name] = text
    named = {name for text in texts.values() for line in _IMPORT.findall(text) for name in _NAME.findall(line)}
    return Sources(path=path, texts=texts, left_out=tuple(name for name in left_out if _module(name) in named))


def _module(file: str) -> str:
    return file.removesuffix("/__init__.py").removesuffix(".py").rpartition("/")[2]


def _beside(path: Path) -> Iterator[Path]:
    """Yield the Python files of a folder, and of those below it that can be imported from, the nearest first."""
    folders = [path.parent]
    for folder in folders:
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            continue
        depth = len(folder.relative_to(path.parent).parts)
        for entry in entries:
            if entry.name.endswith(".py") and folder / entry.name != path and entry.is_file():
                yield folder / entry.name
            elif depth < MAX_DEPTH and _is_package(entry):
                folders.append(folder / entry.name)


def _is_package(entry: os.DirEntry[str]) -> bool:
    """Whether a folder can be imported from, and is no environment with packages of others."""
    if entry.name.startswith("__") or not entry.name.isidentifier() or not entry.is_dir(follow_symlinks=False):
        return False
    return not Path(entry.path, "pyvenv.cfg").exists()
