# fails: test_each_has_its_own_limit
# diagnosis: wrong-except
# CancelledError is caught in place of TimeoutError: outside of wait_for the limit is a TimeoutError.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " answer"


async def ask(name, delay):
    try:
        print(await asyncio.wait_for(task(name, delay), 2))
    except asyncio.CancelledError:
        print(f"{name} timed out")


async def main():
    await asyncio.gather(ask("fast", 1), ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
