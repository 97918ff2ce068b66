"""A process that has everything loaded and forks a runner for each run. It holds no secret and runs no learner code.

It says `ready VERSION` (of Python) once. A request is one byte with five descriptors: the runner's down pipe, up pipe,
standard output, standard error, and a pipe for its status: `start PID`, and `end STATUS` once it has been reaped (exit
status, or minus the signal) and, on Linux, everything that it left behind has ended. When the judge closes the socket,
or dies, every runner is killed and the zygote ends.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import socket
import sys
from collections.abc import Callable, Container
from select import select
from socket import recv_fds

# This process has everything in place that runs see in place of Python's own. It goes on with the latter.
leave_process, _read, _waitpid, _open = os._exit, os.read, os.waitpid, open

PR_SET_CHILD_SUBREAPER = 36
"""From linux/prctl.h."""
GENERATIONS = 1_000
"""Times that the children are looked for before giving up on a program that forks faster than it can be ended."""


def control(number: int) -> socket.socket:
    """Return the socket by which the judge asks for runners."""
    return socket.socket(fileno=number)


def serve(control: socket.socket, run: Callable[[int, int], None]) -> None:
    """Answer requests until the judge is gone; `run(down, up)` is what a runner does, and it does not return."""
    wake, waker = os.pipe()
    os.set_blocking(waker, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(waker, warn_on_full_buffer=False)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _adopt_orphans()
    runners: dict[int, int] = {}
    gc.collect()
    gc.freeze()
    try:
        control.sendall(f"ready {sys.version.split()[0]}\n".encode())
        while True:
            ready, _, _ = select([control.fileno(), wake], [], [])
            if wake in ready:
                _read(wake, 4096)
                _reap(runners)
            if control.fileno() in ready:
                data, descriptors, _, _ = recv_fds(control, 1, 5)
                if not data:
                    return
                *own, status = descriptors
                pid = os.fork()
                if pid == 0:
                    _become_runner([control.detach(), wake, waker, status, *runners.values()], own, run)
                for descriptor in own:
                    os.close(descriptor)
                runners[pid] = status
                _tell(status, f"start {pid}\n")
    except ConnectionError:  # the judge is gone
        return
    finally:
        for pid in runners:
            _kill_group(pid)
        _end_children(())  # with those that have no group of their own yet


def _adopt_orphans() -> None:
    """Become the parent of every descendant whose own parent ends: nobody gets away by forking twice. Linux only."""
    if sys.platform == "linux":
        with contextlib.suppress(ImportError, OSError, AttributeError):
            import ctypes

            ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _reap(runners: dict[int, int]) -> None:
    """Reap what has ended; of a run that has, end everything that it left, and say so."""
    ended: list[tuple[int, int]] = []
    with contextlib.suppress(ChildProcessError):
        while True:
            pid, result = _waitpid(-1, os.WNOHANG)
            if pid == 0:
                break
            if pid in runners:
                _kill_group(pid)
                ended.append((runners.pop(pid), result))
    if ended:
        _end_children(runners)
    for status, result in ended:
        _tell(status, f"end {os.waitstatus_to_exitcode(result)}\n")
        os.close(status)


def _end_children(spared: Container[int]) -> None:
    """End and reap the children but these, and theirs, which are ours when they are gone."""
    for _ in range(GENERATIONS):
        doomed = [pid for pid in _children() if pid not in spared]
        if not doomed:
            return
        for pid in doomed:
            with contextlib.suppress(ProcessLookupError, ChildProcessError):
                os.kill(pid, signal.SIGKILL)
                _waitpid(pid, 0)


def _children() -> list[int]:
    try:
        with _open(f"/proc/self/task/{os.getpid()}/children") as file:
            return [int(pid) for pid in file.read().split()]
    except OSError:
        return []


def _tell(status: int, line: str) -> None:
    with contextlib.suppress(BrokenPipeError):
        os.write(status, line.encode())


def _kill_group(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


def _become_runner(not_mine: list[int], descriptors: list[int], run: Callable[[int, int], None]) -> None:
    try:
        os.setsid()
        signal.set_wakeup_fd(-1)
        for descriptor in not_mine:
            os.close(descriptor)
        down, up, out, err = descriptors
        for descriptor in (down, up):
            os.set_inheritable(descriptor, False)
        os.dup2(out, 1, inheritable=True)
        os.dup2(err, 2, inheritable=True)
        os.close(out)
        os.close(err)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        run(down, up)
    except Exception:
        sys.excepthook(*sys.exc_info())
        sys.stderr.flush()
    finally:
        leave_process(70)
