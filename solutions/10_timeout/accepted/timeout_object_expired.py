"""The timeout object is asked whether it has expired."""

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " answer"


async def ask(name, delay):
    limit = asyncio.timeout(2)
    try:
        async with limit:
            print(await task(name, delay))
    except TimeoutError:
        if not limit.expired():
            raise
        print("%s timed out" % name)


async def main():
    first = asyncio.create_task(ask("fast", 1))
    second = asyncio.create_task(ask("slow", 10))
    await first
    await second


if __name__ == "__main__":
    asyncio.run(main())
