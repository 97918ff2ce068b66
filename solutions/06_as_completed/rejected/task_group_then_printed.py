# fails: test_prints_each_when_it_is_ready
# diagnosis: handled-late
# The results are read after the block of the TaskGroup, where all have ended.

import asyncio


async def task(item: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{item} after {delay} s"


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        tea = group.create_task(task("tea", 3))
        coffee = group.create_task(task("coffee", 1))
        water = group.create_task(task("water", 2))
    print(coffee.result())
    print(water.result())
    print(tea.result())


if __name__ == "__main__":
    asyncio.run(main())
