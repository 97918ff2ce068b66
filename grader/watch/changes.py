"""Changes of one file, as the system tells them: a thread that says so each time, from `with` to its end.

The folder is watched and not the file, since many editors put a new file in the old one's place; where the file is a
link, the folder that it leads to is watched as well. A folder that is deleted or replaced is waited for.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from watchfiles import watch

STEP = 20
"""Milliseconds without a further change after which one is told."""

LONGEST = 100
"""Milliseconds after which one is told although there are further ones."""

LOOK = 200
"""Milliseconds between two looks whether the folder is still the same one."""


@contextmanager
def changes(file: Path, tell: Callable[[], None]) -> Iterator[None]:
    """Call `tell`, in a thread, after each change of a file, which may be missing, and come and go.

    It is called as well when the watching has begun: what changed before that is for the caller to see.
    """
    stop = threading.Event()
    thread = threading.Thread(target=_follow, args=(file.absolute(), tell, stop), name="changes", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _follow(file: Path, tell: Callable[[], None], stop: threading.Event) -> None:
    while not stop.is_set():
        folders = {file.parent, file.resolve().parent}
        if _identities(folders) is None:
            stop.wait(LOOK / 1000)
            continue
        _follow_in(folders, {file.name, file.resolve().name}, tell, stop)
        tell()


def _follow_in(folders: set[Path], names: set[str], tell: Callable[[], None], stop: threading.Event) -> None:
    """Tell of changes of files of these names, until a folder is no longer the same."""
    before = _identities(folders)
    told = False
    for found in watch(
        *folders,
        watch_filter=lambda _, path: Path(path).name in names,
        debounce=LONGEST,
        step=STEP,
        rust_timeout=LOOK,
        yield_on_timeout=True,
        stop_event=stop,
        recursive=False,
    ):
        if found or not told:
            told = True
            tell()
        if before is None or _identities(folders) != before:
            return


def _identities(folders: set[Path]) -> set[tuple[int, int]] | None:
    """Return what tells folders from those that take their place; None where one is missing."""
    try:
        return {(status.st_dev, status.st_ino) for status in map(Path.stat, folders)}
    except OSError:
        return None
