"""A file system of a process's own: for shared memory that is private, and where the kernel has no Landlock.

Both need a user namespace. The second is a new root in which nothing is mounted but the paths that may be read, and the
run's folder (mount_namespaces(7), pivot_root(2)).
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable

from .libc import c, checked

_CLONE_NEWNS = 0x00020000
_RDONLY, _NOSUID, _NODEV, _NOEXEC, _REMOUNT, _BIND, _REC, _PRIVATE = 1, 2, 4, 8, 32, 0x1000, 0x4000, 0x40000
_DETACH = 2
_PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}

SHARED_MEMORY = "/dev/shm"
"""Where the locks lie that processes of `multiprocessing` share."""
_LITTLE = b"size=16m,nr_inodes=1000"


def _mount(source: str | None, target: str, kind: bytes | None, flags: int, options: bytes | None = None) -> None:
    checked(c.mount(source and source.encode(), target.encode(), kind, flags, options))


def leave_others() -> None:
    """Mount for this process and its children only, from now on."""
    checked(c.unshare(_CLONE_NEWNS))
    _mount(None, "/", None, _REC | _PRIVATE)


def hide_shared_memory() -> None:
    """Put an empty folder where programs share memory."""
    _mount("tmpfs", SHARED_MEMORY, b"tmpfs", _NOSUID | _NODEV, _LITTLE)


def see_only(readable: Iterable[str], writable: Iterable[str]) -> None:
    """Make a root of these paths, and of nothing else. Those that are not there are left out."""
    here = os.getcwd()
    paths = [(path, True) for path in readable] + [(path, False) for path in writable]
    sources = [(path, _opened(path), read_only) for path, read_only in paths]
    root = "/tmp"
    _mount("tmpfs", root, b"tmpfs", _NOSUID | _NODEV, _LITTLE)
    for path, source, read_only in sources:
        if source is not None:
            _show(root + os.path.abspath(path), source, read_only)
            os.close(source)
    _mount(None, root, None, _REMOUNT | _BIND | _RDONLY | _NOSUID | _NODEV)
    os.chdir(root)
    checked(c.syscall(_PIVOT_ROOT[os.uname().machine], b".", b"."))
    checked(c.umount2(b".", _DETACH))
    os.chdir("/")
    if os.path.isdir(here):
        os.chdir(here)


def _opened(path: str) -> int | None:
    try:
        return os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return None


def _show(target: str, source: int, read_only: bool) -> None:
    """Mount what was opened on a path of the new root."""
    folder = target
    if not stat.S_ISDIR(os.fstat(source).st_mode):
        folder = os.path.dirname(target)
    if os.path.lexists(target) and folder != target:
        return  # it is within a folder that is shown
    os.makedirs(folder, exist_ok=True)
    if folder != target:
        os.close(os.open(target, os.O_CREAT | os.O_CLOEXEC, 0o600))
    _mount(f"/proc/self/fd/{source}", target, None, _BIND | _REC)
    if read_only:
        kept = os.fstatvfs(source).f_flag & (_NOSUID | _NODEV | _NOEXEC)  # a namespace cannot take them back
        _mount(None, target, None, _REMOUNT | _BIND | _RDONLY | kept)
