"""Helpers append to a list and notify a Condition; main prints what is new."""

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    news = []
    changed = asyncio.Condition()

    async def run(item, delay):
        result = await task(item, delay)
        async with changed:
            news.append(result)
            changed.notify()

    runs = [asyncio.create_task(run(*order)) for order in (("tea", 3), ("coffee", 1), ("water", 2))]
    printed = 0
    while printed < 3:
        async with changed:
            await changed.wait_for(lambda: len(news) > printed)
        while printed < len(news):
            print(news[printed])
            printed += 1
    await asyncio.gather(*runs)


if __name__ == "__main__":
    asyncio.run(main())
