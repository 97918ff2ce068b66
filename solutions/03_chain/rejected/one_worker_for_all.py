# fails: test_orders_run_side_by_side
# diagnosis: over-serialised
# A queue with one single worker: the orders are taken one at a time.
import asyncio

from given import find_city, find_user


async def task(order):
    user = await find_user(order)
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def worker(queue):
    while True:
        order = await queue.get()
        if order is None:
            break
        await task(order)


async def main():
    queue = asyncio.Queue()
    for order in (1, 2, 3):
        queue.put_nowait(order)
    queue.put_nowait(None)
    # the worker runs in the background
    w = asyncio.create_task(worker(queue))
    await w


if __name__ == "__main__":
    asyncio.run(main())
