"""One deadline for both: answers are printed as they come, and who has not answered is cancelled and named."""

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " answer"


async def main():
    names = {}
    for name, delay in ("fast", 1), ("slow", 10):
        names[asyncio.create_task(task(name, delay))] = name
    try:
        for nearest in asyncio.as_completed(names, timeout=2):
            print(await nearest)
    except asyncio.TimeoutError:
        late = [t for t in names if not t.done()]
        for t in late:
            t.cancel()
        await asyncio.wait(late)
        for t in late:
            print(names[t], "timed out")


if __name__ == "__main__":
    asyncio.run(main())
