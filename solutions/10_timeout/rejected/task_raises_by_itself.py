# fails: test_task_knows_no_limit
# diagnosis: timeout-misuse
# task looks at its delay and raises TimeoutError by itself; main sets no limit at all.

import asyncio


async def task(name, delay):
    if delay > 2:
        await asyncio.sleep(2)
        raise TimeoutError
    await asyncio.sleep(delay)
    return f"{name} answer"


async def ask(name, delay):
    try:
        print(await task(name, delay))
    except TimeoutError:
        print(f"{name} timed out")


async def main():
    await asyncio.gather(ask("fast", 1), ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
