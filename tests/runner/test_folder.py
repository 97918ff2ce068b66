"""A run's own folder is counted and removed, whatever a program did to it."""

import os
from pathlib import Path

import pytest

from grader.runner import folder
from grader.runner.folder import is_overfull, made


def dig(top, depth, name="d"):
    """Make folders within folders, without ever naming the whole path; return a descriptor of the innermost."""
    inner = os.open(top, os.O_RDONLY)
    for _ in range(depth):
        os.mkdir(name, dir_fd=inner)
        outer, inner = inner, os.open(name, os.O_RDONLY, dir_fd=inner)
        os.close(outer)
    return inner


@pytest.mark.parametrize(("depth", "name"), [(1_100, "d"), (40, "d" * 250)])
def test_a_folder_is_removed_however_deep_it_is(depth, name):
    """Deeper than Python recurses, with a path longer than the kernel takes."""
    with made({"data/a.txt": b"a"}) as own:
        inner = dig(own, depth, name)
        os.close(os.open("file", os.O_CREAT | os.O_WRONLY, dir_fd=inner))
        os.close(inner)
    assert not os.path.lexists(own)


def test_a_folder_is_removed_that_nobody_may_list():
    """A program makes folders with any mode; a mode cannot be changed later."""
    with made({"a/b/c": b""}) as own:
        for name in ("a/b", "a", "."):
            Path(own, name).chmod(0o300)
    assert not os.path.lexists(own)


def test_files_are_counted_however_deep_they_are(monkeypatch):
    """What is too deep to be looked into counts as too much."""
    monkeypatch.setattr(folder, "DISK_FILES", 2_000)
    with made({}) as own:
        assert not is_overfull(own)
        os.close(dig(own, 100))
        assert not is_overfull(own)
        os.close(dig(own, 40, "e" * 250))
        assert is_overfull(own)


def test_many_files_are_too_much(monkeypatch):
    """Folders count as well."""
    monkeypatch.setattr(folder, "DISK_FILES", 3)
    with made({"a/b": b"", "a/c": b""}) as own:
        assert not is_overfull(own)
        Path(own, "d").mkdir()
        assert is_overfull(own)


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="what a process has open cannot be told")
def test_a_file_counts_that_was_removed_and_is_still_open(monkeypatch):
    """It takes its room until it is closed."""
    monkeypatch.setattr(folder, "DISK_BYTES", 1_000)
    with made({"a": b""}) as own, Path(own, "a").open("wb", buffering=0) as opened:
        opened.write(bytes(2_000))
        assert is_overfull(own)
        Path(own, "a").unlink()
        assert not is_overfull(own)
        assert is_overfull(own, os.getpid())
