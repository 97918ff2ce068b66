# fails: test_never_blocks
# diagnosis: blocking-call
# A plain iterator with time.sleep and a plain for: each ticker holds up the other one.
import asyncio
import time


class Ticker:
    def __init__(self, count, interval):
        self.count = count
        self.interval = interval
        self.number = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.number >= self.count:
            raise StopIteration
        time.sleep(self.interval)
        self.number += 1
        return self.number


async def task(name, count, interval):
    for number in Ticker(count, interval):
        print(f"{name} {number}")


async def main():
    await asyncio.gather(task("fast", 3, 1), task("slow", 2, 1.25))


if __name__ == "__main__":
    asyncio.run(main())
