# fails: test_cancels_what_is_late
# diagnosis: task-not-cancelled
# as_completed with a limit names who is late, but does not cancel it.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " answer"


async def main():
    tasks = {"fast": asyncio.create_task(task("fast", 1)), "slow": asyncio.create_task(task("slow", 10))}
    try:
        for nearest in asyncio.as_completed(tasks.values(), timeout=2):
            print(await nearest)
    except asyncio.TimeoutError:
        for name in tasks:
            if not tasks[name].done():
                print(f"{name} timed out")


if __name__ == "__main__":
    asyncio.run(main())
