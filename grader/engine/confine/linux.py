"""Confinement on Linux, by what every process may do to itself.

The process that forks runners enters namespaces of its own, where the system lets it: no network but an empty one, no
memory that others share by name. Each runner then takes the rest upon itself, in an order in which every step is still
possible: it dies with the process that forked it, sets its limits, gives up the rights of root, opens no files but
Python's own (Landlock; where the kernel has none, a file system that has no others), and makes no calls but those of
the table (seccomp).

As root nothing is different but this: without its rights, root is the owner of its files and no more. The user stays
the same, since another one might not be able to read the interpreter.
"""

from __future__ import annotations

import contextlib
import ctypes
import glob
import os
import resource
import signal
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from . import landlock, libc, mounts, seccomp

if TYPE_CHECKING:
    from . import Policy

_CLONE_NEWIPC, _CLONE_NEWUSER, _CLONE_NEWNET = 0x08000000, 0x10000000, 0x40000000
_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS = 1, 38
_CAPABILITY_VERSION_3 = 0x20080522

FILE_BYTES = 2**20
"""The longest file that a run may write."""
DESCRIPTORS = 512
"""As many sockets, and as many more on their way in them, hold 208 KiB each, which no limit of memory counts."""
ROOM = 64 * 2**20
"""Bytes of memory beyond a program's limit, for telling that it was hit."""

_INSTALLED = ("site-packages", "dist-packages")
"""Folders of what is installed, in folders of the standard library: what is there may be the judge's."""

_SYSTEM = {
    "/dev/null": landlock.READ | landlock.WRITE_FILE,
    "/dev/urandom": landlock.READ,
    "/dev/zero": landlock.READ,
    "/etc/ld.so.cache": landlock.READ,
    "/etc/localtime": landlock.READ,
    "/etc/mime.types": landlock.READ,
    "/etc/ssl/certs": landlock.READ,
    "/etc/ssl/openssl.cnf": landlock.READ,
    "/sys/devices/system/cpu/online": landlock.READ,
    "/usr/lib/ssl": landlock.READ,
    "/usr/share/ca-certificates": landlock.READ,
    "/usr/share/zoneinfo": landlock.READ,
    **{f"{root}/{os.uname().machine}-linux-gnu": landlock.READ for root in ("/lib", "/usr/lib", "/usr/local/lib")},
}
"""What the interpreter, its libraries and the C library read of a system. None of it is a secret."""

_LIBRARIES = ("/lib64", "/usr/lib64", "/usr/local/lib64", os.path.join(sys.base_prefix, "lib"))
"""Where compiled libraries lie, on some systems beside what is installed for Python: nothing else there is read."""

_OWN = ("/proc/self/task", "/proc/self/statm")
"""What the engine reads of its own process."""

_PROGRAMS = (
    *("/bin", "/usr/bin", "/lib", "/usr/lib", "/lib64", "/usr/lib64"),
    *(os.path.dirname(program) for program in (sys.executable, os.path.realpath(sys.executable))),
    os.path.join(os.path.dirname(os.path.dirname(sys.executable)), "pyvenv.cfg"),
)
"""What a run may start, and read, that may start other programs."""


class Confinement:
    """What every runner of a process is confined to."""

    def __init__(self, readable: Sequence[str], shelf: str) -> None:
        """Get ready, in the process that forks runners or is one: it must have one thread only."""
        self._landlock = landlock.version()
        self._filters = _filters() if seccomp.is_there() else {}
        self._has_namespaces = _enter_namespaces()
        self._files = {**_SYSTEM, **dict.fromkeys((*_library(), *readable), landlock.READ)}
        self._shelf = shelf
        if self._landlock:
            self._share()

    def _share(self) -> None:
        """Make what the rules of all runs have in common, as adding three hundred rules takes a tenth of a run.

        A run enters two rulesets, and may open what both allow: this one, with a bit more than it may have (everything
        on the shelf, and all of `/proc`), and one of its own, which allows less of these two and more elsewhere.
        """
        rules = list(_rules(self._files))
        shelf = os.path.realpath(self._shelf)
        self._roots: dict[str, int] = {}
        for rule in rules:
            root = _apart(shelf, rule.path)
            self._roots[root] = self._roots.get(root, 0) | rule.rights
        shared = {self._shelf: landlock.WRITE, "/proc": landlock.READ}
        self._shared = landlock.Ruleset(self._landlock, [*rules, *_rules(shared)])

    def enter(self, policy: Policy) -> None:
        """Confine this process, for good."""
        libc.checked(libc.c.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0))
        own = _own(policy)
        if self._has_namespaces and (policy.processes or not self._landlock):
            self._mount(policy, own)
        _limit(policy)
        _give_up_capabilities()
        libc.checked(libc.c.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
        if self._landlock:
            self._open_only(policy, own)
        if self._filters:
            seccomp.install(self._filters[policy.threads, policy.processes].of(os.getpid()))

    def _open_only(self, policy: Policy, own: dict[str, int]) -> None:
        shares = not policy.processes and os.path.dirname(policy.folder) in ("", self._shelf)
        rules = [*_rules(self._roots if shares else self._files), *_rules(own)]
        ruleset = landlock.Ruleset(self._landlock, rules)
        if shares:
            self._shared.enter()
        else:
            self._shared.close()
        ruleset.enter()

    def _mount(self, policy: Policy, own: dict[str, int]) -> None:
        mounts.leave_others()
        if policy.processes:
            mounts.hide_shared_memory()
        if not self._landlock:
            files = {**self._files, **own}
            writable = [path for path, rights in files.items() if rights & landlock.WRITE_FILE]
            mounts.see_only([path for path in files if path not in writable], writable)


def _filters() -> dict[tuple[bool, bool], seccomp.Filter]:
    """Return the filter for each policy, by whether it allows threads and processes."""
    return {
        (threads, processes): seccomp.Filter(threads=threads, processes=processes)
        for threads in (True, False)
        for processes in (True, False)
    }


def _apart(shelf: str, path: str) -> str:
    """Return the outermost folder above a path that has nothing in common with the shelf; else the path itself."""
    parts = path.split(os.sep)
    outer = [os.sep.join(parts[:count]) for count in range(2, len(parts))]
    return next((folder for folder in outer if os.path.commonpath((folder, shelf)) not in (folder, shelf)), path)


def _own(policy: Policy) -> dict[str, int]:
    """Return what one run may open beyond what all may."""
    own = dict.fromkeys(_OWN, landlock.READ)
    if policy.folder:
        own[policy.folder] = landlock.WRITE
    if policy.processes:
        own |= dict.fromkeys(sys.path, landlock.READ_DIR)
        own |= {**dict.fromkeys(_PROGRAMS, landlock.RUN), mounts.SHARED_MEMORY: landlock.WRITE}
    return own


def _enter_namespaces() -> bool:
    """Leave the machine's network and shared memory, where the system lets us; users and groups are as before."""
    user, group = os.geteuid(), os.getegid()
    if libc.c.unshare(_CLONE_NEWUSER | _CLONE_NEWNET | _CLONE_NEWIPC) != 0:
        return False
    for name, text in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)
    return True


def _limit(policy: Policy) -> None:
    """Set limits that cannot be raised again."""
    with open("/proc/self/statm") as file:
        used = int(file.read().split()[0]) * resource.getpagesize()
    seconds = int(policy.cpu_seconds) + 1
    for kind, soft, hard in (
        (resource.RLIMIT_AS, used + policy.memory, used + policy.memory + ROOM),
        (resource.RLIMIT_CPU, seconds, seconds + 2),
        (resource.RLIMIT_FSIZE, FILE_BYTES, FILE_BYTES),
        (resource.RLIMIT_NOFILE, DESCRIPTORS, DESCRIPTORS),
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_MEMLOCK, 0, 0),
        (resource.RLIMIT_MSGQUEUE, 0, 0),
    ):
        _, most = resource.getrlimit(kind)
        if most != resource.RLIM_INFINITY:
            soft, hard = min(soft, most), min(hard, most)
        resource.setrlimit(kind, (soft, hard))


def _give_up_capabilities() -> None:
    """Give up what makes root more than the owner of its files."""
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    libc.checked(libc.c.capset(header, (ctypes.c_uint32 * 6)()))


def _library() -> Iterator[str]:
    """Yield what belongs to Python itself: the standard library, without what is installed into its folder."""
    for entry in sys.path:
        if os.path.isdir(entry):
            yield from (os.path.join(entry, name) for name in os.listdir(entry) if name not in _INSTALLED)
        else:
            yield entry
    for folder in _LIBRARIES:
        yield from glob.glob(os.path.join(glob.escape(folder), "*.so*"))


def _rules(rights: dict[str, int]) -> Iterator[landlock.Rule]:
    """Yield a rule for each path that is there."""
    for path, right in rights.items():
        with contextlib.suppress(OSError):
            yield landlock.Rule(path, right)
