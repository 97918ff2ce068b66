"""A decorator does the waiting; the function below it only makes the text."""

import asyncio
from functools import wraps


def after_a_while(function):
    @wraps(function)
    async def wrapper(item, delay):
        await asyncio.sleep(delay)
        return function(item, delay)

    return wrapper


@after_a_while
def task(item, delay):
    return "%s after %s s" % (item, delay)


async def main():
    results = await asyncio.gather(task("tea", 3), task("coffee", 1), task("water", 2))
    [print(r) for r in results]


if __name__ == "__main__":
    asyncio.run(main())
