"""task is a plain def that starts its work at the call and gives a Task object."""

import asyncio


async def produce(name, delay):
    await asyncio.sleep(delay)
    return f"{name} ready"


def task(name, delay):
    return asyncio.create_task(produce(name, delay))


async def main():
    report = task("report", 3)
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    print(await report)


if __name__ == "__main__":
    asyncio.run(main())
