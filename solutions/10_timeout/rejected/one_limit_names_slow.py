# fails: test_each_has_its_own_limit
# diagnosis: timeout-misuse
# The helpers print, one limit stands round both, and its end is always told of slow, even when fast is late too.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " answer"


async def show(name, delay):
    print(await task(name, delay))


async def main():
    try:
        async with asyncio.timeout(2):
            await asyncio.gather(show("fast", 1), show("slow", 10))
    except TimeoutError:
        print("slow timed out")


if __name__ == "__main__":
    asyncio.run(main())
