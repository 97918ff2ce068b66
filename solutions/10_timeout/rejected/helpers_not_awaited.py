# fails: test_each_has_its_own_limit
# diagnosis: lost-task
# The helpers are started, but main returns without waiting for them.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " answer"


async def ask(name, delay):
    try:
        async with asyncio.timeout(2):
            print(await task(name, delay))
    except TimeoutError:
        print(f"{name} timed out")


async def main():
    a = asyncio.create_task(ask("fast", 1))
    b = asyncio.create_task(ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
