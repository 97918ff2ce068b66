"""A table of jobs, unpacked into gather from a generator expression."""

import asyncio

JOBS = (
    ("Task A", 2),
    ("Task B", 1),
)


async def task(name, delay):
    print(name, "started")
    await asyncio.sleep(delay)
    print(name, "finished")


async def main():
    await asyncio.gather(*(task(*job) for job in JOBS))


if __name__ == "__main__":
    asyncio.run(main())
