"""asyncio.wait for a set of one task, whose result is then read."""

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " ready"


async def main():
    job = asyncio.create_task(task("report", 3))
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    done, pending = await asyncio.wait({job})
    print(done.pop().result())


if __name__ == "__main__":
    asyncio.run(main())
