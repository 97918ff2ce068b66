"""The text of a program: its file, and the Python files that it can import from the same folder and below."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from grader.errors import GraderError, NotFoundError
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
    root: Path
    """The folder from which the program imports."""
    module: str = ""
    """What the file is called as a module that `python -m` runs; empty where it is run by its path."""
    texts: dict[str, str]
    """Path from that folder, such as `app.py` or `pkg/net.py` → text."""
    left_out: tuple[str, ...]
    """Files of modules that are imported and too many, too large, or no text: the trace does not tell of them."""

    @property
    def file(self) -> str:
        """The file's name among the texts."""
        return self.path.relative_to(self.root).as_posix()

    @property
    def text(self) -> str:
        """The file's text."""
        return self.texts[self.file]


def read(path: Path) -> Sources:
    """Read a program. Raises NotFoundError, or SubmissionError where its file cannot be read as text."""
    return _read(path, path.parent)


def read_module(name: str, root: Path) -> Sources:
    """Read a module or package in a folder as `python -m` finds it. Raises as `read` does."""
    path = root.joinpath(*name.split("."))
    path = path / "__main__.py" if path.is_dir() else path.with_name(f"{path.name}.py")
    if not path.is_file():
        raise NotFoundError(f"no module {name} here: {path.relative_to(root)} is not there, where -m looks for it")
    return _read(path, root, ".".join(path.relative_to(root).with_suffix("").parts))


def _read(path: Path, root: Path, module: str = "") -> Sources:
    main = path.relative_to(root).as_posix()
    texts = {main: read_submission(path).source}
    left_out = []
    size = len(texts[main])
    for found in _beside(path, root):
        name = found.relative_to(root).as_posix()
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
    missing = tuple(name for name in left_out if _module(name) in named)
    return Sources(path=path, root=root, module=module, texts=texts, left_out=missing)


def _module(file: str) -> str:
    return file.removesuffix("/__init__.py").removesuffix(".py").rpartition("/")[2]


def _beside(path: Path, root: Path) -> Iterator[Path]:
    """Yield the Python files of a folder, and of those below it that can be imported from, the nearest first."""
    folders = [root]
    for folder in folders:
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            continue
        depth = len(folder.relative_to(root).parts)
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
