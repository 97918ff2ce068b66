"""Object-oriented: task wraps a Job object whose methods print and wait."""

import asyncio


class Job:
    def __init__(self, name, delay):
        self.name = name
        self.delay = delay

    def say(self, what):
        print(f"{self.name} {what}")

    async def run(self):
        self.say("started")
        await asyncio.sleep(self.delay)
        self.say("finished")


async def task(name, delay):
    job = Job(name, delay)
    await job.run()


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
