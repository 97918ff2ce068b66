# fails: test_runs_both_at_the_same_time
# diagnosis: sequential-awaits
# The await inside the list comprehension finishes one task before the next is created.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


class Runner:
    def __init__(self):
        self.jobs = {"Task A": 2, "Task B": 1}

    async def run(self):
        return [await asyncio.create_task(task(n, d)) for n, d in self.jobs.items()]


async def main():
    runner = Runner()
    await runner.run()


if __name__ == "__main__":
    asyncio.run(main())
