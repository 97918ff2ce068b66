"""A helper in the background puts the result into a queue, from which main takes it."""

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def deliver(queue):
    await queue.put(await task("report", 3))


async def main():
    queue = asyncio.Queue()
    helper = asyncio.create_task(deliver(queue))
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    print(await queue.get())
    await helper


if __name__ == "__main__":
    asyncio.run(main())
