# fails: test_main_calls_task
# diagnosis: await-non-awaitable
# asyncio.timeout is awaited as if it were a wait: TypeError.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " answer"


async def ask(name, delay):
    try:
        await asyncio.timeout(2)
        print(await task(name, delay))
    except TimeoutError:
        print(f"{name} timed out")


async def main():
    await asyncio.gather(ask("fast", 1), ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
