# fails: test_each_has_its_own_limit
# diagnosis: output-order
# Both have their limit, but main awaits fast first: when slow is quicker, its answer waits for fast's line.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " answer"


async def line(name, delay):
    try:
        return await asyncio.wait_for(task(name, delay), 2)
    except asyncio.TimeoutError:
        return f"{name} timed out"


async def main():
    a = asyncio.create_task(line("fast", 1))
    b = asyncio.create_task(line("slow", 10))
    print(await a)
    print(await b)


if __name__ == "__main__":
    asyncio.run(main())
