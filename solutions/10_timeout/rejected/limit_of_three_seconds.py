# fails: test_each_has_its_own_limit
# diagnosis: wrong-output
# The limit is 3 s.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " answer"


async def ask(name, delay):
    try:
        async with asyncio.timeout(3):
            print(await task(name, delay))
    except TimeoutError:
        print(f"{name} timed out")


async def main():
    await asyncio.gather(ask("fast", 1), ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
