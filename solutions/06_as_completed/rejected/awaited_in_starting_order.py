# fails: test_prints_each_when_it_is_ready
# diagnosis: output-order
# The tasks are awaited in the order in which they were started; coffee has to wait for tea.

import asyncio


async def task(item: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{item} after {delay} s"


async def main() -> None:
    tea = asyncio.create_task(task("tea", 3))
    coffee = asyncio.create_task(task("coffee", 1))
    water = asyncio.create_task(task("water", 2))
    print(await tea)
    print(await coffee)
    print(await water)


if __name__ == "__main__":
    asyncio.run(main())
