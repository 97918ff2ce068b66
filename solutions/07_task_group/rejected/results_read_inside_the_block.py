# fails: test_main_calls_task
# diagnosis: result-not-ready
# The results are read inside the block, before anything has run: InvalidStateError.

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} done"


async def main() -> None:
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(task("A", 2))
        b = tg.create_task(task("B", 1))
        c = tg.create_task(task("C", 3))
        print(a.result())
        print(b.result())
        print(c.result())
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
