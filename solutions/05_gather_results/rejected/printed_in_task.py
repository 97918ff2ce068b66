# fails: test_task_waits_and_returns
# diagnosis: wrong-output
# task prints the text as well as returning it: three lines too many.

import asyncio


async def task(item: str, delay: float) -> str:
    await asyncio.sleep(delay)
    text = f"{item} after {delay} s"
    print(text)
    return text


async def main() -> None:
    results = await asyncio.gather(task("tea", 3), task("coffee", 1), task("water", 2))
    for r in results:
        print(r)


if __name__ == "__main__":
    asyncio.run(main())
