"""Runs one command as it is to be run, and sees from outside what became of it: `python -I -S warden.py REQUEST`.

REQUEST is JSON: `command`, `environment`, `folder`, `user` (a number, or null for whoever runs this), `namespaces`
(false: none can be made), `seconds`, `rlimits` (name → both), `tells` (where to write what was seen).

Everything that the command starts and leaves becomes this process's child when its parent is gone (a "subreaper"), so
nothing gets away: neither by forking twice, nor by a session of its own. It needs the standard library only, and is a
process of its own so that its children are those of the command and nobody else's.
"""

import contextlib
import ctypes
import json
import os
import platform
import resource
import signal
import struct
import sys
import time
from pathlib import Path

PR_SET_CHILD_SUBREAPER, PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP = 36, 38, 22
SECCOMP_MODE_FILTER = 2
ALLOW, REFUSE = 0x7FFF0000, 0x00050000
EPERM, ENOSYS = 1, 38
NAMESPACES = 0x7E020080
"""CLONE_NEW* of linux/sched.h: time, mount, cgroup, uts, ipc, user, pid, net."""
SYSTEM_CALLS = {
    "x86_64": (0xC000003E, {"unshare": 272, "clone": 56, "clone3": 435, "setns": 308}),
    "aarch64": (0xC00000B7, {"unshare": 97, "clone": 220, "clone3": 435, "setns": 268}),
}
"""Machine → its name for the kernel's audit, and numbers of the calls that make namespaces."""
GRACE = 2.0
"""Seconds that a process which was killed may take to be gone."""

prctl = ctypes.CDLL(None, use_errno=True).prctl


def main(request):
    """Run the command; write what was seen."""
    prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    began = time.monotonic()
    pid = os.fork()
    if pid == 0:
        try:
            become(request)
        finally:
            os._exit(127)
    ended = wait(pid, began + request["seconds"])
    wall = time.monotonic() - began
    after = state(pid)
    _, status, usage = os.wait4(pid, 0)
    left = survivors()
    end(left)
    Path(request["tells"]).write_text(
        json.dumps(
            {
                "status": os.waitstatus_to_exitcode(status),
                "ended": ended,
                "wall": wall,
                "cpu": usage.ru_utime + usage.ru_stime,
                "peak_kib": usage.ru_maxrss,
                "survivors": left,
                "usual": json.loads(Path(f"{request['tells']}.usual").read_text()),
                "state": after,
            }
        )
    )


def become(request):
    """Turn into the command."""
    os.setsid()
    os.chdir(request["folder"])
    for name in ("out", "err"):
        opened = os.open(f"{request['tells']}.{name}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(opened, {"out": 1, "err": 2}[name])
        os.close(opened)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    for name, limits in request["rlimits"].items():
        resource.setrlimit(getattr(resource, name), tuple(limits))
    Path(f"{request['tells']}.usual").write_text(json.dumps(state(os.getpid())))
    if request["user"] is not None:
        os.setgroups([])
        os.setresgid(*[request["user"]] * 3)
        os.setresuid(*[request["user"]] * 3)
    if not request["namespaces"]:
        refuse_namespaces()
    os.execve(request["command"][0], request["command"], request["environment"])


def refuse_namespaces():
    """Let no process from here on make or enter a namespace, as in a container."""
    machine, numbers = SYSTEM_CALLS[platform.machine()]
    load, equal, any_of, give = 0x20, 0x15, 0x45, 0x06
    number_at, machine_at, first_argument_at = 0, 4, 16
    program = [
        (load, 0, 0, machine_at),
        (equal, 1, 0, machine),
        (give, 0, 0, ALLOW),
        (load, 0, 0, number_at),
        (equal, 6, 0, numbers["setns"]),
        (equal, 6, 0, numbers["clone3"]),
        (equal, 2, 0, numbers["unshare"]),
        (equal, 1, 0, numbers["clone"]),
        (give, 0, 0, ALLOW),
        (load, 0, 0, first_argument_at),
        (any_of, 0, 2, NAMESPACES),
        (give, 0, 0, REFUSE | EPERM),
        (give, 0, 0, REFUSE | ENOSYS),
        (give, 0, 0, ALLOW),
    ]
    code = b"".join(struct.pack("HBBI", *instruction) for instruction in program)
    kept = ctypes.create_string_buffer(code, len(code))
    handed = struct.pack("HP", len(program), ctypes.addressof(kept))
    if prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) or prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, handed, 0, 0):
        raise OSError(ctypes.get_errno(), "no filter of system calls can be set")


def wait(pid, deadline):
    """Wait until a child has ended, and do not reap it; kill it at the deadline. Tell whether it ended by itself."""
    while os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is None:
        if time.monotonic() > deadline:
            os.kill(pid, signal.SIGKILL)
            os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
            return False
        time.sleep(0.01)
    return True


def state(pid):
    """Return what a process may use; of one that has ended and is not reaped it can still be told."""
    lines = Path(f"/proc/{pid}/limits").read_text().splitlines()[1:]
    return {
        **{line[:26].strip(): line[26:].split()[:2] for line in lines},
        "affinity": sorted(os.sched_getaffinity(pid)),
        "nice": os.getpriority(os.PRIO_PROCESS, pid),
    }


def survivors():
    """Return the commands of what is still alive of all that was started, after a short time for what was killed."""
    deadline = time.monotonic() + GRACE
    while True:
        reap()
        left = {pid: command(pid) for pid in descendants(os.getpid())}
        if not left or time.monotonic() > deadline:
            return left
        time.sleep(0.01)


def end(left):
    """Kill what is left, until nothing is."""
    while left:
        for pid in left:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        reap()
        left = descendants(os.getpid())


def reap():
    """Reap every child that has ended."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def descendants(ancestor):
    """Return the processes below one, wherever they think they are."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                text = (entry / "stat").read_text()
            except OSError:
                continue
            parents[int(entry.name)] = int(text.rpartition(")")[2].split()[1])
    found, border = [], {ancestor}
    while border:
        border = {pid for pid, parent in parents.items() if parent in border}
        found += border
    return found


def command(pid):
    """Return what a process was called with."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")[:300]
    except OSError:
        return ""


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
