"""Each task has a thread pool of its own, in a with block that it leaves when the result is there."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import given


async def task(text):
    with ThreadPoolExecutor() as pool:
        result = await asyncio.get_running_loop().run_in_executor(pool, given.slow_hash, text)
    return result


async def main():
    heart = asyncio.create_task(given.heartbeat())
    numbers = await asyncio.gather(*map(task, ["spam", "eggs"]))
    heart.cancel()
    try:
        await heart
    except asyncio.CancelledError:
        pass
    for word, number in zip(["spam", "eggs"], numbers):
        print(word, number)


if __name__ == "__main__":
    asyncio.run(main())
