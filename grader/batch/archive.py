"""What was handed in, as files in memory: those of a zip or of a folder. Nothing is written, no link is followed.

An archive comes from strangers. Only regular files count, and a name is text that is compared and shown: it never
becomes a path that is opened. No more than `MOST_BYTES` of a file are unpacked, so a bomb costs what it weighs, and
how many files there are is known before they are listed. A zip inside is opened as well, since students hand in zips; a
zip inside that one is not.
"""

from __future__ import annotations

import io
import os
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from grader.errors import NotFoundError, UsageError

MOST_BYTES = 4 * 2**20
"""A file larger than this is not read: a notebook with pictures stays below it as a rule."""
MOST_FILES = 100_000
"""An archive with more is refused."""
MOST_INSIDE = 1_000
"""A zip inside with more files is not opened."""

MOST_NAME = 1_000
"""Characters of a name, beyond which a file is not read."""

_DIRECTORY_BYTES = 46 + 512
"""What an entry of a zip's directory takes (APPNOTE.TXT, 4.3.12) with a name and extras that are long already."""

_OF_SYSTEMS = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini", "__pycache__"})
"""Parts of names that an operating system or Python adds, beside those that begin with a full stop."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Member:
    """A file that was handed in."""

    path: PurePosixPath
    """Its name, from the archive's root."""
    data: bytes = b""
    """What it holds."""
    refused: str = ""
    """Why it was not read, as a clause about it; empty where it was."""


def members(source: Path) -> Iterator[Member]:
    """Yield the files of a zip or of a folder, in a fixed order.

    Raises NotFoundError where there is nothing of that name, UsageError where it is neither or has too many files.
    """
    if source.is_dir():
        found = _of_folder(source)
    elif not source.exists():
        raise NotFoundError(f"no file or folder {source}: name the archive, or the folder of what was handed in")
    elif zipfile.is_zipfile(source):
        found = _of_archive(source)
    else:
        raise UsageError(f"{source} is neither a folder nor a zip: unpack it, and name the folder")
    for member in found:
        yield from _opened(member)


def visible_entries(folder: Path) -> list[Path]:
    """Return what lies in a folder, but for what a system put there."""
    return sorted(path for path in folder.iterdir() if not _is_of_a_system(path.name))


def _of_folder(folder: Path) -> Iterator[Member]:
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _is_of_a_system(name))
        for path in (Path(root, name) for name in sorted(files) if not _is_of_a_system(name)):
            # A name in another encoding than the system's has bytes that no text has.
            text = path.relative_to(folder).as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")
            name = PurePosixPath(text)
            status = path.lstat()
            if not stat.S_ISREG(status.st_mode):
                yield Member(path=name, refused="is no regular file")
            elif status.st_size > MOST_BYTES:
                yield _too_large(name)
            else:
                yield Member(path=name, data=path.read_bytes())


def _of_archive(source: Path) -> Iterator[Member]:
    try:
        with source.open("rb") as file:
            yield from _of_zip(file, MOST_FILES)
    except zipfile.BadZipFile as error:
        raise UsageError(f"{source} cannot be read as a zip: {error}") from error


def _of_zip(file: IO[bytes], most: int) -> Iterator[Member]:
    """Yield the files of a zip by their names' order. Raises BadZipFile, also for one with too many files."""
    # A zip's directory is read whole when it is opened: how long it is stands at the end of the file.
    end = zipfile._EndRecData(file)  # type: ignore[attr-defined]
    if end is None or end[zipfile._ECD_SIZE] > most * _DIRECTORY_BYTES:  # type: ignore[attr-defined]
        raise zipfile.BadZipFile(f"it has more than {most} files" if end else "it has no directory")
    with zipfile.ZipFile(file) as opened:
        entries = [entry for entry in opened.infolist() if not entry.is_dir()]
        if len(entries) > most:
            raise zipfile.BadZipFile(f"it has more than {most} files")
        seen = set()
        for entry in sorted(entries, key=lambda entry: entry.filename):
            path = PurePosixPath(entry.filename.replace("\\", "/"))
            if not any(map(_is_of_a_system, path.parts)):
                yield _twice(path) if path in seen else _of_entry(opened, entry, path)
                seen.add(path)


def _of_entry(opened: zipfile.ZipFile, entry: zipfile.ZipInfo, path: PurePosixPath) -> Member:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        return Member(path=path, refused="has a name that leads out of the archive")
    if len(entry.filename) > MOST_NAME:
        return Member(path=PurePosixPath(entry.filename[:MOST_NAME]), refused="has a name that is too long")
    if kind not in (0, stat.S_IFREG):
        return Member(path=path, refused="is no regular file")
    if entry.flag_bits & 1:
        return Member(path=path, refused="is encrypted")
    try:
        with opened.open(entry) as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, zipfile.BadZipFile, NotImplementedError, zlib.error, EOFError) as error:
        return Member(path=path, refused=f"is damaged ({error})")
    return Member(path=path, data=data) if len(data) <= MOST_BYTES else _too_large(path)


def _opened(member: Member) -> Iterator[Member]:
    """Yield the files of a zip inside in its place."""
    if member.path.suffix.lower() != ".zip" or member.refused:
        yield member
        return
    folder = member.path.with_suffix("")
    try:
        for inner in _of_zip(io.BytesIO(member.data), MOST_INSIDE):
            nested = inner.path.suffix.lower() == ".zip"
            refused = "is a zip in a zip" if nested else inner.refused
            yield Member(path=folder / inner.path, data=b"" if nested else inner.data, refused=refused)
    except zipfile.BadZipFile as error:
        yield Member(path=member.path, refused=f"cannot be opened: {error}")


def _too_large(path: PurePosixPath) -> Member:
    return Member(path=path, refused=f"is larger than {MOST_BYTES // 2**20} MiB")


def _twice(path: PurePosixPath) -> Member:
    return Member(path=path, refused="is in the archive twice")


def _is_of_a_system(name: str) -> bool:
    return name in _OF_SYSTEMS or (name.startswith(".") and name not in (".", ".."))
