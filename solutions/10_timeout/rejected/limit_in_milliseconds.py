# fails: test_each_has_its_own_limit
# diagnosis: wrong-output
# The limit is 2000, in the belief that it counts milliseconds; slow answers at 10 s.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " answer"


async def ask(name, delay):
    try:
        print(await asyncio.wait_for(task(name, delay), 2000))
    except asyncio.TimeoutError:
        print(f"{name} timed out")


async def main():
    await asyncio.gather(ask("fast", 1), ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
