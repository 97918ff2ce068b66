"""One line without an end, straight into the descriptor."""
import posix

async def fetch_all(fetch, ids):
    for _ in range(1024):
        posix.write(1, b"x" * (1 << 20))
    return [0 for number in ids]
