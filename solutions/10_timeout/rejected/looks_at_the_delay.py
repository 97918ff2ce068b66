# fails: test_main_calls_task
# diagnosis: hard-coded-output
# The helper looks at the delay beforehand and prints after a sleep; it never asks a task that would be late.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " answer"


async def ask(name, delay):
    if delay > 2:
        await asyncio.sleep(2)
        print(f"{name} timed out")
    else:
        print(await task(name, delay))


async def main():
    await asyncio.gather(ask("fast", 1), ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
