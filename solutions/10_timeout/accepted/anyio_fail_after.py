"""anyio.fail_after raises TimeoutError."""

import asyncio

import anyio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " answer"


async def ask(name, delay):
    try:
        with anyio.fail_after(2):
            answer = await task(name, delay)
        print(answer)
    except TimeoutError:
        print(f"{name} timed out")


async def main():
    await asyncio.gather(ask("fast", 1), ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
