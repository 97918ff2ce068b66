"""A run's own folder: made with its files, looked at while the program runs, removed afterwards.

The program decides what is in it, so nothing here follows its depth: paths longer than the kernel takes, folders nested
deeper than Python recurses, folders that nobody may list.
"""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import count
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
    """Remove a folder with all that is in it; what is deep in it is moved up before. What cannot be removed is left."""
    mark, numbers = secrets.token_hex(8), count()
    root = Path(folder)
    with suppress(OSError):
        while entries := _listed(root):
            for entry in entries:
                if not _is_folder(entry):
                    entry.unlink()
                    continue
                for inner in _listed(entry):
                    if _is_folder(inner):
                        inner.chmod(0o700)  # else its owner may not move it
                    inner.rename(root / f"{mark}-{next(numbers)}")
                entry.rmdir()
        root.rmdir()


def _listed(folder: Path) -> list[Path]:
    folder.chmod(0o700)
    return list(folder.iterdir())


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()
