"""A class for the worker, task is a plain def; main awaits the tasks one by one."""

import asyncio
import sys


class Worker:
    def __init__(self, name, stop):
        self.name = name
        self.stop = stop
        self.done = 0

    def say(self, text):
        sys.stdout.write(f"{self.name} {text}\n")

    async def job(self):
        await asyncio.sleep(1)
        self.done += 1
        self.say(f"job {self.done} done")

    async def run(self):
        while not self.stop.is_set():
            await self.job()
        self.say("stopped")


def task(name, stop):
    return Worker(name, stop).run()


async def main():
    stop = asyncio.Event()
    workers = []
    for name, pause in (("A", 0.5), ("B", 1.75)):
        workers.append(asyncio.create_task(task(name, stop)))
        await asyncio.sleep(pause)
    stop.set()
    for worker in workers:
        await worker
    print("bye")


if __name__ == "__main__":
    asyncio.run(main())
