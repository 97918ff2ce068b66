# fails: test_results_in_the_order_asked
# diagnosis: output-order
# The results are collected by as_completed, so they come in the order in which they end.

import asyncio


async def task(item: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{item} after {delay} s"


async def main() -> None:
    results = []
    for nearest in asyncio.as_completed([task("tea", 3), task("coffee", 1), task("water", 2)]):
        results.append(await nearest)
    for result in results:
        print(result)


if __name__ == "__main__":
    asyncio.run(main())
