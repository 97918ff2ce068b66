# fails: test_uses_a_task_group
# diagnosis: required-construct
# gather does the same here, but a TaskGroup is asked for.

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} done"


async def main() -> None:
    results = await asyncio.gather(task("A", 2), task("B", 1), task("C", 3))
    for result in results:
        print(result)
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
