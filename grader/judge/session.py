"""A session of pytest's that has the checks of one exercise and nothing else, whatever surrounds it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TIMEOUT = 120
"""Seconds for one check before pytest-timeout stops it: the last stop, far beyond every limit of a run."""

_NOT_NEEDED = (
    "cacheprovider",
    "terminal",
    "logging",
    "junitxml",
    "doctest",
    "pastebin",
    "faulthandler",
    "threadexception",
    "unraisableexception",
    "debugging",
    "legacypath",
    "reports",
    "setuponly",
    "setupplan",
    "stepwise",
    "subtests",
    "unittest",
)
"""Plugins of pytest's own that a session does without: every hook passes through all that there are."""

_SURROUNDINGS = ("PYTEST_ADDOPTS", "PYTEST_PLUGINS", "PYTEST_TIMEOUT", "PYTEST_DEBUG", "PYTHONASYNCIODEBUG")
"""Settings of the environment that would change a session."""


def run(own: object, folder: Path, checks: list[Path]) -> None:
    """Run a session over the files with checks of an exercise's folder, with a plugin of the caller's."""
    import pytest
    import pytest_asyncio.plugin
    import pytest_timeout  # type: ignore[import-untyped]

    from . import plugin, pytest11

    with _alone(folder, checks):
        # By name, pytest would look for each among the entry points of everything that is installed.
        others = [pytest_asyncio.plugin, pytest_timeout]
        pytest.main(_arguments(folder, checks), plugins=[*others, pytest11, plugin, own])


@contextmanager
def _alone(folder: Path, checks: list[Path]) -> Iterator[None]:
    """Keep a session's surroundings from it, and it from them.

    Checks are modules for the session only: pytest would otherwise take what another session left in `sys.modules`
    under the same name, which may be the checks of another exercise, or of this one before it was edited.
    """
    environment = {name: os.environ.pop(name, None) for name in (*_SURROUNDINGS, "PYTEST_DISABLE_PLUGIN_AUTOLOAD")}
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    folders = dict.fromkeys((folder, *(path.parent for path in checks)))
    known = frozenset(sys.modules)
    before = (*(path.stem for path in checks), *(name for place in folders for name in _from(place)))
    modules = {name: sys.modules.pop(name) for name in before if name in sys.modules}
    try:
        yield
    finally:
        made = {name for path in checks for name in _packages(path)} - known
        for name in {*made, *(name for place in folders for name in _from(place))} & frozenset(sys.modules):
            del sys.modules[name]
        sys.modules.update(modules)
        del os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"]
        os.environ.update({name: value for name, value in environment.items() if value is not None})


def _from(folder: Path) -> list[str]:
    """Return the names of the modules that were loaded from a folder."""
    files = {name: getattr(module, "__file__", None) or "" for name, module in sys.modules.copy().items()}
    return [name for name, file in files.items() if file.startswith(f"{folder}{os.sep}")]


def _packages(path: Path) -> Iterator[str]:
    """Yield the names of the packages in which pytest puts a file that is not below its root: the folders around it."""
    parts = [part.replace(".", "_") for part in path.parent.parts[1:]]
    return (".".join(parts[:count]) for count in range(1, len(parts) + 1))


def _arguments(folder: Path, checks: list[Path]) -> list[str]:
    """Return pytest's arguments: nothing of the surroundings counts, only the checks of this folder."""
    return [
        *map(str, checks),
        "-c",
        str(Path(__file__).with_name("session.ini")),
        f"--rootdir={folder}",
        f"--confcutdir={folder}",
        "--noconftest",
        "--import-mode=importlib",
        f"--timeout={TIMEOUT}",
        *(f"-pno:{name}" for name in _NOT_NEEDED),
    ]
