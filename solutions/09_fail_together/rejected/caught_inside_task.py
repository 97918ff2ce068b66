# fails: test_task_finishes_or_raises
# diagnosis: swallowed-exception
# task catches its own error and prints the line, so the group never learns of it and C goes on.

import asyncio


async def task(name, delay, ok):
    print(f"{name} started")
    try:
        await asyncio.sleep(delay)
        if not ok:
            raise ValueError(f"{name} failed")
        print(f"{name} finished")
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    except ValueError as e:
        print(f"stopped: {e}")


async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(task("A", 1, True))
        tg.create_task(task("B", 2, False))
        tg.create_task(task("C", 3, True))


if __name__ == "__main__":
    asyncio.run(main())
