# fails: test_each_has_its_own_limit
# diagnosis: hard-coded-output
# The answer is awaited, but the line is built from the name; right only while task answers with just that.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " answer"


async def ask(name, delay):
    try:
        async with asyncio.timeout(2):
            await task(name, delay)
            print(f"{name} answer")
    except TimeoutError:
        print(f"{name} timed out")


async def main():
    await asyncio.gather(ask("fast", 1), ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
