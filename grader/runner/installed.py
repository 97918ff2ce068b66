"""Packages that a runner may import: where they lie, and whether those that an exercise needs are there.

The runner's Python starts without its site-packages; `grader/engine/packages.py` opens them for what is allowed. Which
modules that is, only the runner finds out, and only when a program imports one.
"""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from grader.errors import UsageError

Allowed = dict[str, Any]
"""What a runner is told of packages; the arguments of the engine's `Packages`."""

NOTHING: Allowed = {"paths": [], "declared": [], "welcome": []}
"""What a runner is told that may import nothing but the standard library."""

_FOLDERS = ("site-packages", "dist-packages")

_ASK = """
import sys, json
from importlib.metadata import PackageNotFoundError, version
def lacks(name):
    try:
        version(name)
    except PackageNotFoundError:
        return True
print(json.dumps([sys.path, [name for name in sys.argv[1:] if lacks(name)]]))
"""


def everything(python: str) -> Allowed:
    """Return what a runner of `python` is told that may import all that is installed there."""
    path, _ = _asked(python, ())
    return {"paths": _folders(path), "declared": [], "welcome": [], "everything": True}


def allowed(python: str, packages: Sequence[str], welcome: Sequence[str]) -> Allowed:
    """Return what a runner of `python` is told of the packages that it may import.

    Raises UsageError for packages that are not installed there.
    """
    if not packages and not welcome:
        return NOTHING
    path, missing = (sys.path, _missing(packages)) if python == sys.executable else _asked(python, packages)
    if missing:
        raise UsageError(
            f"this exercise needs {', '.join(missing)}, not installed in the Python that grades: "
            f"{_line([python, '-m', 'pip', 'install', *missing])}"
        )
    return {"paths": _folders(path), "declared": list(packages), "welcome": list(welcome)}


def _line(words: Sequence[str]) -> str:
    """Return a command as it is typed, blanks in the path of a Python and all."""
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)


def _folders(path: Sequence[str]) -> list[str]:
    return [str(Path(entry).absolute()) for entry in path if Path(entry).name in _FOLDERS]


def _missing(packages: Sequence[str]) -> list[str]:
    if not packages:
        return []
    from importlib.metadata import PackageNotFoundError, version

    missing = []
    for name in packages:
        try:
            version(name)
        except PackageNotFoundError:
            missing.append(name)
    return missing


def _asked(python: str, packages: Sequence[str]) -> tuple[list[str], list[str]]:
    """Ask another Python for its path, and for the packages that it lacks."""
    done = subprocess.run([python, "-c", _ASK, *packages], capture_output=True, text=True, check=True)
    path, missing = json.loads(done.stdout)
    return path, missing
