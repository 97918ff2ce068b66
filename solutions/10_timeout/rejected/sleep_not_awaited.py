# fails: test_task_knows_no_limit
# diagnosis: never-awaited
# asyncio.sleep is not awaited, so both answer at once.

import asyncio


async def task(name, delay):
    asyncio.sleep(delay)
    return f"{name} answer"


async def ask(name, delay):
    try:
        print(await asyncio.wait_for(task(name, delay), 2))
    except asyncio.TimeoutError:
        print(f"{name} timed out")


async def main():
    await asyncio.gather(ask("fast", 1), ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
