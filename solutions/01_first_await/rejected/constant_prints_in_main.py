# fails: test_main_runs_task
# diagnosis: hard-coded-output
# main prints the two lines itself with a pause between; task is written, but never called.

import asyncio


async def task(name: str, delay: float) -> None:
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main() -> None:
    print("Task A started")
    await asyncio.sleep(1)
    print("Task A finished")


if __name__ == "__main__":
    asyncio.run(main())
