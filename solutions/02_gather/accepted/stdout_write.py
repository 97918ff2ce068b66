"""sys.stdout.write in place of print, with a flush."""

import asyncio
import sys


def emit(*words: str) -> None:
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


async def task(name: str, delay: float) -> None:
    emit(name, "started")
    await asyncio.sleep(delay)
    emit(name, "finished")


async def main() -> None:
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
