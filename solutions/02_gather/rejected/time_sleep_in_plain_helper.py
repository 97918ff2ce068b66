# fails: test_never_blocks
# diagnosis: blocking-call
# The helper looks harmless, but it is a plain function that sleeps on the event loop's thread.

import asyncio
from time import sleep


def wait(seconds):
    """Wait a while."""
    sleep(seconds)


class Worker:
    def __init__(self, name, delay):
        self.name = name
        self.delay = delay

    async def work(self):
        print(self.name, "started")
        wait(self.delay)
        print(self.name, "finished")


async def task(name, delay):
    await Worker(name, delay).work()


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
