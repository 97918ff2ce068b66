"""A class whose method serves one guest; its results are written through sys.stdout."""

import asyncio
import sys


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


class Waiter:
    def __init__(self):
        self.served = 0

    async def serve(self, item, delay):
        result = await task(item, delay)
        self.served += 1
        sys.stdout.write(result + "\n")


async def main():
    waiter = Waiter()
    await asyncio.gather(*(waiter.serve(item, delay) for item, delay in {"tea": 3, "coffee": 1, "water": 2}.items()))
    assert waiter.served == 3


if __name__ == "__main__":
    asyncio.run(main())
