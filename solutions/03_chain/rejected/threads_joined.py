# fails: test_leaves_nothing_behind
# diagnosis: threads-instead-of-tasks
# Every order gets a thread with a loop of its own in place of a task, and main blocks its loop with join.
import asyncio
import threading

from given import find_city, find_user


async def task(order):
    user = await find_user(order)
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


def run_order(order):
    asyncio.run(task(order))


async def main():
    threads = []
    for order in (1, 2, 3):
        thread = threading.Thread(target=run_order, args=(order,))
        thread.start()
        threads.append(thread)
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    asyncio.run(main())
