# fails: test_main_calls_task
# diagnosis: never-awaited
# main prints what the calls of task give, which are coroutine objects.

import asyncio


async def task(item: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{item} after {delay} s"


async def main() -> None:
    results = [task("tea", 3), task("coffee", 1), task("water", 2)]
    for result in results:
        print(result)


if __name__ == "__main__":
    asyncio.run(main())
