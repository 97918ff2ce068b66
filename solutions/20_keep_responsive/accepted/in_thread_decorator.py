"""A decorator makes a coroutine function of an ordinary function; output by sys.stdout."""

import asyncio
import functools
import sys

from given import heartbeat, slow_hash


def in_thread(function):
    @functools.wraps(function)
    async def wrapper(*args):
        return await asyncio.to_thread(function, *args)

    return wrapper


@in_thread
def task(text):
    return slow_hash(text)


async def main():
    heart = asyncio.create_task(heartbeat(), name="heart")
    results = {}
    for text, running in [(text, asyncio.create_task(task(text))) for text in ("spam", "eggs")]:
        results[text] = await running
    heart.cancel()
    await asyncio.gather(heart, return_exceptions=True)
    for text, number in results.items():
        sys.stdout.write(f"{text} {number}\n")


if __name__ == "__main__":
    asyncio.run(main())
