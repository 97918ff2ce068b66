"""As short as it gets, run by asyncio.Runner."""

import asyncio


async def task(name, delay): print(f"{name} started"), await asyncio.sleep(delay), print(f"{name} finished")


async def main(): await asyncio.gather(*map(task, ("Task A", "Task B"), (2, 1)))


if __name__ == "__main__":
    with asyncio.Runner() as runner:
        runner.run(main())
