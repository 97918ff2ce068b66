"""A decorator with an argument sets the limit for a helper round task."""

import asyncio
from functools import wraps


def limited(seconds):
    def decorate(function):
        @wraps(function)
        async def wrapper(name, *args):
            try:
                return await asyncio.wait_for(function(name, *args), seconds)
            except asyncio.TimeoutError:
                print(f"{name} timed out")

        return wrapper

    return decorate


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " answer"


@limited(2)
async def ask(name, delay):
    print(await task(name, delay))


async def main():
    await asyncio.gather(ask("fast", 1), ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
