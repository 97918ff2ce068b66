"""A decorator makes a printing helper out of task; task itself stays silent."""

import asyncio
from functools import wraps


def printed(function):
    @wraps(function)
    async def wrapper(*args):
        print(await function(*args))

    return wrapper


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    show = printed(task)
    await asyncio.gather(show("tea", 3), show("coffee", 1), show("water", 2))


if __name__ == "__main__":
    asyncio.run(main())
