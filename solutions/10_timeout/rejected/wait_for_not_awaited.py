# fails: test_main_calls_task
# diagnosis: never-awaited
# wait_for is called without await: neither the limit nor the task runs.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " answer"


async def ask(name, delay):
    try:
        print(asyncio.wait_for(task(name, delay), 2))
    except asyncio.TimeoutError:
        print(f"{name} timed out")


async def main():
    await asyncio.gather(ask("fast", 1), ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
