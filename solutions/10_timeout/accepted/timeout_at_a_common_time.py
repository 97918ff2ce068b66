"""asyncio.timeout_at: both helpers get the same point of time."""

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " answer"


async def ask(name, delay, when):
    try:
        async with asyncio.timeout_at(when):
            print(await task(name, delay))
    except TimeoutError:
        print(f"{name} timed out")


async def main():
    when = asyncio.get_running_loop().time() + 2
    await asyncio.gather(ask("fast", 1, when), ask("slow", 10, when))


if __name__ == "__main__":
    asyncio.run(main())
