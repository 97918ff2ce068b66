"""What is installed in a folder: what each distribution requires, and which files it brings.

`importlib.metadata` tells the same, in ten times the time, and imports fifty modules for it, which every runner would
carry along. So the two files that pip writes are read here (the core metadata specification, and that of recording
installed projects); only of what was installed in an older way it is asked.
"""

from __future__ import annotations

import csv
import os
import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

_REQUIREMENT = re.compile(r"\s*([A-Za-z0-9][A-Za-z0-9._-]*)[^;]*(?:;(.*))?$", re.DOTALL)
_REQUIRES = "requires-dist:"
_OF_PIP, _OLDER = ".dist-info", ".egg-info"


class Distribution(NamedTuple):
    """What was installed under one name."""

    folder: str
    """Where its metadata lies, in the folder in which its files do."""
    requires: list[str]
    """Names of what it requires, without extras."""
    tops: list[str]
    """What it brings into the folder in which it lies: files, and folders with a slash at their end."""

    @property
    def modules(self) -> list[str]:
        """Return the top-level modules that it brings."""
        found = {_module(top) for top in self.tops}
        return sorted(name for name in found if name.isidentifier() and name != "__pycache__")

    @property
    def paths(self) -> list[str]:
        """Return where its files and folders lie."""
        return [os.path.join(os.path.dirname(self.folder), top.rstrip("/")) for top in self.tops]

    def of_importlib(self) -> Any:
        """Return the same as `importlib.metadata` tells it."""
        from importlib.metadata import Distribution as Found

        return Found.at(self.folder)


def folders(paths: Sequence[str]) -> dict[str, str]:
    """Return, for each name that is installed in some folders, where its metadata lies; the first one counts."""
    found: dict[str, str] = {}
    for path in paths:
        for entry in sorted(_listed(path)):
            stem, suffix = os.path.splitext(entry)
            if suffix in (_OF_PIP, _OLDER):
                found.setdefault(normalised(stem.partition("-")[0]), os.path.join(path, entry))
    return found


def read(folder: str) -> Distribution:
    """Read what a folder of metadata tells."""
    try:
        with open(os.path.join(folder, "METADATA"), encoding="utf-8", errors="replace") as file:
            head = re.sub(r"\n[ \t]+", " ", file.read().partition("\n\n")[0]).splitlines()
        with open(os.path.join(folder, "RECORD"), encoding="utf-8", newline="") as file:
            names = [row[0] for row in csv.reader(file) if row]
        requires = [line[len(_REQUIRES) :] for line in head if line.lower().startswith(_REQUIRES)]
    except OSError:  # of another installer, or older
        found = Distribution(folder, [], []).of_importlib()
        names, requires = [file.as_posix() for file in found.files or ()], list(found.requires or ())
    return Distribution(folder, required(requires), sorted(_tops(names, os.path.dirname(folder))))


def _tops(names: Iterable[str], home: str) -> Iterator[str]:
    """Yield the first parts of names that are there; nothing that lies beside the folder, and not the folder itself."""
    plain = (posixpath.normpath(name) if name.startswith((".", "/")) else name for name in names)
    for first in {"".join(name.partition("/")[:2]) for name in plain}:
        if first.rstrip("/") not in ("", ".", "..") and os.path.lexists(os.path.join(home, first)):
            yield first


def _listed(path: str) -> list[str]:
    try:
        return os.listdir(path)
    except OSError:
        return []


def _module(top: str) -> str:
    if top.endswith("/"):
        return top[:-1]
    return top.partition(".")[0] if top.endswith((".py", ".so", ".pyd")) else ""


def normalised(name: str) -> str:
    """Return a distribution's name as names are compared (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def required(requirements: Iterable[str]) -> list[str]:
    """Return the distributions that requirements name, without those of extras.

    Other conditions are not looked at: what does not apply to this Python is not installed.
    """
    found = []
    for requirement in requirements:
        parts = _REQUIREMENT.match(requirement)
        if parts is not None and "extra" not in (parts[2] or ""):
            found.append(normalised(parts[1]))
    return found
