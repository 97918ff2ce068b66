# fails: test_leaves_nothing_behind
# diagnosis: busy-polling
# The helper looks every ten milliseconds whether the task is done or the time is over.

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} answer"


async def ask(name: str, delay: float) -> None:
    asked = asyncio.create_task(task(name, delay))
    end = asyncio.get_running_loop().time() + 2
    while not asked.done() and asyncio.get_running_loop().time() < end:
        await asyncio.sleep(0.01)
    if asked.done():
        print(asked.result())
    else:
        asked.cancel()
        await asyncio.wait([asked])
        print(f"{name} timed out")


async def main():
    await asyncio.gather(ask("fast", 1), ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
