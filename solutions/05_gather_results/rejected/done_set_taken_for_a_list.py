# fails: test_results_in_the_order_asked
# diagnosis: output-order
# The results are read from the set that asyncio.wait gives; a set has no order, so it is luck when the lines have one.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return f"{item} after {delay} s"


async def main():
    tasks = [
        asyncio.create_task(task("tea", 3)),
        asyncio.create_task(task("coffee", 1)),
        asyncio.create_task(task("water", 2)),
    ]
    done, pending = await asyncio.wait(tasks)
    for ended in done:
        print(ended.result())


if __name__ == "__main__":
    asyncio.run(main())
