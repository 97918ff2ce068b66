# fails: test_main_runs_task
# diagnosis: nested-event-loop
# asyncio.run is called in main, where a loop is running already: RuntimeError.

import asyncio


async def task(name: str, delay: float) -> None:
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main() -> None:
    asyncio.run(task("Task A", 1))


if __name__ == "__main__":
    asyncio.run(main())
