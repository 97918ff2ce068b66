"""Changes what others may use, and files that it may not even open; counts whom a signal would reach."""
import ctypes
import fcntl
import os
import resource
import signal

_won = []
NEIGHBOUR, FILE = int("@NEIGHBOUR@"), "@FILE@"

def _elders():
    """Return those above this process, but not who watches over the test."""
    pid = os.getppid()
    while pid > 1:
        try:
            if b"warden.py" in open(f"/proc/{pid}/cmdline", "rb").read():
                return
            yield pid
            pid = int(open(f"/proc/{pid}/stat").read().rpartition(")")[2].split()[1])
        except OSError:
            return

def _try(name, action, *arguments):
    try:
        action(*arguments)
        _won.append(name)
    except Exception:
        pass

def _chmod():
    os.chmod(FILE, 0o600)
    assert os.stat(FILE).st_mode & 0o777 == 0o600  # it may only have been told that all went well

def _utime():
    os.utime(FILE, (1, 1))
    assert os.stat(FILE).st_mtime == 1

def _on_file():
    _try("chmod", _chmod)
    _try("utime", _utime)
    _try("setxattr", os.setxattr, FILE, "user.evil", b"x")
    _try("link", os.link, FILE, FILE + "-@MARKER@")
    _try("rename", os.rename, FILE, FILE)
    _try("truncate", os.truncate, FILE, 0)
    opened = os.open(FILE, os.O_RDONLY)
    _won.append("open")
    _try("flock", fcntl.flock, opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    _try("fchmod", os.fchmod, opened, 0o604)

for _pid in [NEIGHBOUR, *_elders()]:
    _try(f"signal 0 to {_pid}", os.kill, _pid, 0)
    _try(f"prlimit of {_pid}", resource.prlimit, _pid, resource.RLIMIT_NOFILE, (50, 60))
    _try(f"affinity of {_pid}", os.sched_setaffinity, _pid, {0})
    _try(f"nice of {_pid}", os.setpriority, os.PRIO_PROCESS, _pid, 7)
_try("signal 0 to everybody", os.kill, -1, 0)
try:
    _on_file()
except Exception:
    pass
# `os.kill` may be patched: the neighbour, by the system call.
if ctypes.CDLL(None).kill(NEIGHBOUR, signal.SIGTERM) == 0:
    _won.append("the neighbour was ended")

async def fetch_all(fetch, ids):
    for claim in _won:
        print("won:", claim)
    return [0 for number in ids]
