"""The task races against a sleep of 2 s; whichever loses is cancelled and awaited."""

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " answer"


async def ask(name, delay):
    asked = asyncio.create_task(task(name, delay))
    limit = asyncio.create_task(asyncio.sleep(2))
    await asyncio.wait([asked, limit], return_when=asyncio.FIRST_COMPLETED)
    if asked.done():
        print(asked.result())
        limit.cancel()
    else:
        asked.cancel()
        print(f"{name} timed out")
    await asyncio.gather(asked, limit, return_exceptions=True)


async def main():
    await asyncio.gather(ask("fast", 1), ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
