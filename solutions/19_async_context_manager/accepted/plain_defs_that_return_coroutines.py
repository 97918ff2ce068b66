"""`__aenter__` and `__aexit__` are plain defs that return coroutines."""

import asyncio
import sys


def say(text):
    sys.stdout.write(text + "\n")


class Connection:
    def __init__(self, name, delay):
        self.name, self.delay = name, delay

    async def open(self):
        await asyncio.sleep(self.delay)
        say(f"{self.name} open")
        return self

    async def close(self):
        await asyncio.sleep(0.5)
        say(f"{self.name} closed")

    def __aenter__(self):
        return self.open()

    def __aexit__(self, *error):
        return self.close()


async def task(name, delay, ok):
    async with Connection(name, delay):
        if ok:
            say(f"{name} used")
            return
        raise RuntimeError(f"{name} broke")


async def main():
    a, b = await asyncio.gather(task("A", 1, True), task("B", 2, False), return_exceptions=True)
    for problem in (a, b):
        if problem:
            say(f"error: {problem}")


if __name__ == "__main__":
    asyncio.run(main())
