"""Landlock: which files a process may open (Linux 5.13; Documentation/userspace-api/landlock.rst, linux/landlock.h).

A right that a ruleset handles is refused for every file, but beneath the paths of its rules. What Landlock does not
know (changing modes, times, owners) is left to seccomp.
"""

from __future__ import annotations

import ctypes
import os
import stat
import struct
from collections.abc import Iterable

from .libc import c, checked

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
"""Numbers of the calls, the same on every architecture."""
RULE_PATH_BENEATH = 1
_VERSION = 1

EXECUTE, WRITE_FILE, READ_FILE, READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
TRUNCATE = 1 << 14
_REMOVE_AND_MAKE = (1 << 4) | (1 << 5) | (1 << 7) | (1 << 8) | (1 << 13)
"""Folders and regular files, also from one folder to another: no devices, sockets, pipes or symbolic links."""
READ = READ_FILE | READ_DIR
RUN = READ | EXECUTE
WRITE = READ | WRITE_FILE | TRUNCATE | _REMOVE_AND_MAKE
_OF_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE
"""Rights that a rule on a file may have."""

_HANDLED = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}
"""Version from which on -> every right to files that it knows."""
_NET = {4: 3}
"""Binding and connecting TCP sockets: no rule allows it."""
_SCOPES = {6: 3}
"""Abstract Unix sockets and signals: none leave the process and its children."""
SIGNALS_SINCE = 6
"""The version from which on signals stay inside."""


def _call(*arguments: object) -> int:
    return checked(c.syscall(*arguments))


def version() -> int:
    """Return the version of Landlock that this kernel has and allows; 0: none."""
    try:
        return _call(CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(_VERSION))
    except OSError:
        return 0


class Rule:
    """A path beneath which some rights are given."""

    def __init__(self, path: str, rights: int) -> None:
        """Raise OSError for a path that is not there."""
        self._descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
        if not stat.S_ISDIR(os.fstat(self._descriptor).st_mode):
            rights &= _OF_FILES
        self.rights = rights

    @property
    def path(self) -> str:
        """Where the path leads to."""
        return os.readlink(f"/proc/self/fd/{self._descriptor}")

    def add_to(self, ruleset: int, handled: int) -> None:
        """Add it to a ruleset."""
        attribute = struct.pack("=Qi", self.rights & handled, self._descriptor)
        _call(ADD_RULE, ruleset, RULE_PATH_BENEATH, attribute, ctypes.c_uint32(0))

    def close(self) -> None:
        """Let go of the path."""
        os.close(self._descriptor)


class Ruleset:
    """What a process may open, made before it gives up the rest: maybe in one that it is forked from."""

    def __init__(self, version: int, rules: Iterable[Rule]) -> None:
        """Make it of rules, which are closed. `version`: that of the kernel's Landlock."""
        handled = _newest(_HANDLED, version)
        attribute = struct.pack("=QQQ", handled, _newest(_NET, version), _newest(_SCOPES, version))
        size = 8 if version < 4 else 16 if version < SIGNALS_SINCE else 24
        self._descriptor = _call(CREATE_RULESET, attribute, ctypes.c_size_t(size), ctypes.c_uint32(0))
        for rule in rules:
            rule.add_to(self._descriptor, handled)
            rule.close()

    def enter(self) -> None:
        """Give up, in this process, what no rule allows, and let go of the ruleset; no_new_privs must be set."""
        _call(RESTRICT_SELF, self._descriptor, ctypes.c_uint32(0))
        self.close()

    def close(self) -> None:
        """Let go of the ruleset."""
        os.close(self._descriptor)


def _newest(table: dict[int, int], version: int) -> int:
    return max((rights for since, rights in table.items() if since <= version), default=0)
