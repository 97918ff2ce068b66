"""A class holds a task and knows how to tell its outcome in words."""

import asyncio
import sys


async def task(name, delay, ok):
    await asyncio.sleep(delay)
    if ok:
        return name + " ok"
    else:
        raise RuntimeError(name + " failed")


class Outcome:
    def __init__(self, coroutine):
        self.task = asyncio.create_task(coroutine)

    async def text(self):
        try:
            return await self.task
        except Exception as error:
            return str(error)


async def main():
    outcomes = Outcome(task("A", 1, True)), Outcome(task("B", 2, False)), Outcome(task("C", 3, True))
    texts = await asyncio.gather(*(o.text() for o in outcomes))
    for text in texts:
        sys.stdout.write(text)
        sys.stdout.write("\n")


if __name__ == "__main__":
    asyncio.run(main())
