# fails: test_main_calls_task
# diagnosis: hard-coded-output
# main prints constants between sleeps; task is never called.

import asyncio


async def task(item: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{item} after {delay} s"


async def main() -> None:
    await asyncio.sleep(1)
    print("coffee after 1 s")
    await asyncio.sleep(1)
    print("water after 2 s")
    await asyncio.sleep(1)
    print("tea after 3 s")


if __name__ == "__main__":
    asyncio.run(main())
