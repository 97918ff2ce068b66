# fails: test_task_prints_and_waits
# diagnosis: no-yield-loop
# Both gathered coroutines loop with `while True` and never suspend, so the timer that should end the loop is never run.

import asyncio

over = set()


async def task(name, delay):
    print(f"{name} started")
    asyncio.get_running_loop().call_later(delay, over.add, name)
    while True:
        if name in over:
            break
    print(f"{name} finished")


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
