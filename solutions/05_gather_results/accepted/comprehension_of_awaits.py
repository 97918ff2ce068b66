"""A list of tasks, and a comprehension that awaits one after the other."""

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    orders = {"tea": 3, "coffee": 1, "water": 2}
    running = [asyncio.ensure_future(task(*order)) for order in orders.items()]
    results = [await one for one in running]
    print("\n".join(results))


if __name__ == "__main__":
    asyncio.run(main())
