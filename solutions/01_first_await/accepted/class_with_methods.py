"""A class holds name and delay; its coroutine method does the work."""

import asyncio
import sys


class Announcer:
    def __init__(self, name: str, delay: float) -> None:
        self.name = name
        self.delay = delay

    def say(self, word: str) -> None:
        sys.stdout.write(f"{self.name} {word}\n")

    async def run(self) -> None:
        self.say("started")
        await asyncio.sleep(self.delay)
        self.say("finished")


async def task(name: str, delay: float) -> None:
    await Announcer(name, delay).run()


async def main() -> None:
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
