# fails: test_task_knows_no_limit
# diagnosis: timeout-misuse
# The limit stands inside task, which then has no answer when it is asked for 3 s by another caller.

import asyncio


async def task(name, delay):
    try:
        async with asyncio.timeout(2):
            await asyncio.sleep(delay)
            return f"{name} answer"
    except TimeoutError:
        return f"{name} timed out"


async def main():
    for nearest in asyncio.as_completed([task("fast", 1), task("slow", 10)]):
        print(await nearest)


if __name__ == "__main__":
    asyncio.run(main())
