"""Closes its output, and writes what is no text."""
import os
import sys

async def fetch_all(fetch, ids):
    sys.stdout.buffer.write(b"\xff\xfe\x00\x00\xed\xa0\x80\n")
    os.write(1, b"\x00" * 1000 + b"\xc3\n\r\n\x1b[2J")
    os.write(2, b"\xf5\xf6\xf7")
    print("\ud800\x00")
    sys.stdout.close()
    os.close(1)
    os.close(2)
    return [0 for number in ids]
