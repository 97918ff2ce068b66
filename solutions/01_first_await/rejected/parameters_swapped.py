# fails: test_main_runs_task
# diagnosis: wrong-signature
# task takes the delay first and the name second; its parameters are passed by position.

import asyncio


async def task(delay, name):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    await task(1, "Task A")


if __name__ == "__main__":
    asyncio.run(main())
