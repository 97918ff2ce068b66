"""Repaints the terminal, fills its clipboard, turns writing round, and overwrites the line that says what is wrong."""
import asyncio
import sys

EVIL = (
    "\x1b[2J\x1b[H\x1b[32mPassed: 8 of 8 points\x1b[0m",
    "\x1b]0;passed\x07",
    "\x1b]8;;https://evil.example\x1b\\click\x1b]8;;\x1b\\",
    "\x1b]52;c;ZXZpbA==\x07",
    "wrong\rPassed: 8 of 8 points",
    "\u202epoints 8 fo 8 :dessaP\u2066\u2069\u200b\ufeff",
    "\x9b31m\x90q\x9c\x85\x08\x08\x7f",
    "\x00\x07\x0b\x0c",
)

class Shown:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text

async def _waits():
    await asyncio.sleep(10)

async def fetch_all(fetch, ids):
    for evil in EVIL:
        print(evil)
        sys.stdout.buffer.write(evil.encode() + b"\n")
        sys.stderr.write(evil)
        asyncio.create_task(_waits(), name=evil)
    await asyncio.sleep(0)
    if ids[0] == 1:
        raise ValueError("".join(EVIL))
    return [Shown(evil) for evil in EVIL]
