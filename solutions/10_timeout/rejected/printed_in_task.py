# fails: test_task_knows_no_limit
# diagnosis: result-not-returned
# task prints its answer and returns nothing; the helper only waits.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    print(f"{name} answer")


async def ask(name, delay):
    try:
        await asyncio.wait_for(task(name, delay), 2)
    except asyncio.TimeoutError:
        print(f"{name} timed out")


async def main():
    await asyncio.gather(ask("fast", 1), ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
