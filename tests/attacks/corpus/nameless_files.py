"""Fills the disk with files that it removes at once and keeps open: no folder lists them."""
import os
import select

FILES, MIB = 25, 6

async def fetch_all(fetch, ids):
    kept = []
    try:
        for number in range(FILES):
            opened = os.open(f"@MARKER@-{number}", os.O_CREAT | os.O_RDWR)
            os.unlink(f"@MARKER@-{number}")
            kept.append(opened)
            for _ in range(MIB):
                os.write(opened, bytes(1 << 20))
    except OSError:
        pass
    select.epoll().poll(1)
    held = sum(os.fstat(opened).st_size for opened in kept) >> 20
    if held > 64:
        print(f"won: {held} MiB on the disk")
    return [number * number for number in ids]
