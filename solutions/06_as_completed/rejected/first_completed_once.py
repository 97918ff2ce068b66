# fails: test_leaves_nothing_behind
# diagnosis: wait-misuse
# asyncio.wait is called once with FIRST_COMPLETED; what is pending then is left alone.

import asyncio


async def task(item: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{item} after {delay} s"


async def main() -> None:
    tasks = [asyncio.create_task(task(*order)) for order in [("tea", 3), ("coffee", 1), ("water", 2)]]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for t in done:
        print(t.result())


if __name__ == "__main__":
    asyncio.run(main())
