"""Every step is a task of its own that is awaited at once, which a chain may do."""

import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    loop = asyncio.get_running_loop()
    user_task = loop.create_task(find_user(order))
    user = await user_task
    city_task = loop.create_task(find_city(user))
    await city_task
    city = city_task.result()
    print("order ", order, ": ", city, sep="")
    return city


async def main() -> None:
    loop = asyncio.get_running_loop()
    one, two, three = (loop.create_task(task(order)) for order in (1, 2, 3))
    # in the wrong order, on purpose: it makes no difference
    await three
    await two
    await one


if __name__ == "__main__":
    with asyncio.Runner() as runner:
        runner.run(main())
