"""Leaves something for the next submission wherever there is a place, and looks what the one before has left."""
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
KEY, NAME, ROLE = int("@KEY@"), b"@CHANNEL@", "@ROLE@"
_won = []

def _files():
    for folder in ("@PLACES@" + ":.:..:__pycache__:/dev/mqueue").split(":"):
        path = os.path.join(folder, "@CHANNEL@")
        if ROLE == "find" and os.path.exists(path):
            _won.append(f"found a file in {folder}: {open(path).read()}")
            os.unlink(path)
        if ROLE == "leave":
            try:
                open(path, "w").write("answers")
            except OSError:
                pass

def _shared_memory():
    number = libc.shmget(KEY, 64, 0o1666 if ROLE == "leave" else 0o666)
    if number < 0:
        return
    libc.shmat.restype = ctypes.c_void_p
    address = libc.shmat(number, None, 0)
    if ROLE == "leave":
        ctypes.memmove(address, NAME, len(NAME))
    elif ctypes.string_at(address, len(NAME)) == NAME:
        _won.append("found System V shared memory")
        libc.shmctl(number, 0, None)

def _keyring():
    add_key, keyctl = (248, 250) if os.uname().machine == "x86_64" else (217, 219)
    for ring in (-5, -4, -3):
        if ROLE == "leave":
            libc.syscall(add_key, b"user", NAME, b"answers", 7, ring)
        else:
            found = libc.syscall(keyctl, 10, ring, b"user", NAME, 0)
            if found > 0:
                _won.append("found a key")
                libc.syscall(keyctl, 3, found)

def _semaphore():
    if ROLE == "leave":
        libc.semget(KEY, 1, 0o1666)
    elif (found := libc.semget(KEY, 1, 0o666)) >= 0:
        _won.append("found a semaphore")
        libc.semctl(found, 0, 0)

for _way in (_files, _shared_memory, _keyring, _semaphore):
    try:
        _way()
    except Exception:
        pass

async def fetch_all(fetch, ids):
    for claim in _won:
        print("won:", claim)
    return [0 for number in ids]
