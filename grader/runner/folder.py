"""A run's own folder: made with its files, looked at while the program runs, removed afterwards.

The program decides what is in it, so nothing here follows its depth: paths longer than the kernel takes, folders nested
deeper than Python recurses, folders that nobody may list.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

DISK_BYTES = 64 * 2**20
DISK_FILES = 2_000
"""What a run's folder may hold."""


@contextmanager
def made(data: Mapping[str, bytes]) -> Iterator[str]:
    """Make a run's own folder with its files, and remove it afterwards."""
    folder = mkdtemp(prefix="run-")
    try:
        for name, content in data.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        yield folder
    finally:
        remove(folder)


def is_overfull(folder: str, process: int | None = None) -> bool:
    """Tell whether a folder holds too much, or what cannot be counted.

    `process`: whose open files count too, as one that was removed takes its room until it is closed.
    """
    files, size = 0, _without_name(process) if process is not None else 0
    waiting = [folder]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    files += 1
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    else:
                        with suppress(FileNotFoundError):
                            size += entry.stat(follow_symlinks=False).st_size
                    if files > DISK_FILES:
                        return True
        except (FileNotFoundError, NotADirectoryError):  # it is gone meanwhile
            continue
        except OSError:  # too deep to be named, or closed to us
            return True
    return size > DISK_BYTES


def _without_name(process: int) -> int:
    """Return how much is in the files that a process has open and that have no name any more."""
    sizes: dict[int, int] = {}
    with suppress(OSError):
        for descriptor in Path(f"/proc/{process}/fd").iterdir():
            with suppress(OSError):
                seen = descriptor.stat()
                if stat.S_ISREG(seen.st_mode) and seen.st_nlink == 0:
                    sizes[seen.st_ino] = seen.st_size
    return sum(sizes.values())


def remove(folder: str) -> None:
    """Remove a folder with all that is in it, level by level, without naming whole paths. What cannot be is left."""
    if os.rmdir not in os.supports_dir_fd:  # Windows, where no run is confined to its folder
        shutil.rmtree(folder, ignore_errors=True)
        return
    levels = [([folder], "")]
    current = os.open(".", os.O_RDONLY)
    try:
        while levels:
            inner, name = levels[-1]
            if inner:
                following = _entered(current, inner[-1])
                levels.append((_emptied(following), inner.pop()))
            else:
                levels.pop()
                following = os.open("..", os.O_RDONLY, dir_fd=current) if len(levels) > 1 else os.dup(current)
                if levels:
                    os.rmdir(name, dir_fd=following if len(levels) > 1 else None)
            os.close(current)
            current = following
    except OSError:
        pass
    finally:
        os.close(current)


def _entered(outer: int, name: str) -> int:
    os.chmod(name, 0o700, dir_fd=outer)
    return os.open(name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=outer)


def _emptied(folder: int) -> list[str]:
    """Remove the files of a folder; return the names of the folders in it."""
    with os.scandir(folder) as entries:
        found = [(entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries]
    for name, is_folder in found:
        if not is_folder:
            os.unlink(name, dir_fd=folder)
    return [name for name, is_folder in found if is_folder]
