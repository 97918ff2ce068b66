# fails: test_asks_both_at_the_same_time
# diagnosis: sequential-awaits
# Both are awaited in a row in one block of 2 s; slow is asked only when fast has answered.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " answer"


async def main():
    name = "fast"
    try:
        async with asyncio.timeout(2):
            print(await task("fast", 1))
            name = "slow"
            print(await task("slow", 10))
    except TimeoutError:
        print(f"{name} timed out")


if __name__ == "__main__":
    asyncio.run(main())
