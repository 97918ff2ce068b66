"""main is a plain def that gives the coroutine of task, which is then what runs."""

import asyncio


async def task(name, delay):
    print(name, "started")
    await asyncio.sleep(delay)
    print(name, "finished")


def main():
    return task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
