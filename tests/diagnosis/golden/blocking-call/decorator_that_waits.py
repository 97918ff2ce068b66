# A decorator that tries again sleeps between two tries, and holds up everything.
# line: 16
import asyncio
import functools
import time


def retry(times):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args):
            for attempt in range(times):
                try:
                    return await function(*args)
                except ConnectionError:
                    time.sleep(1)
            return None
        return wrapper
    return decorate


attempts = 0


@retry(3)
async def load(page):
    global attempts
    attempts += 1
    await asyncio.sleep(0.1)
    if attempts < 3:
        raise ConnectionError(page)
    return page.title()


async def clock():
    for _ in range(3):
        print("tick")
        await asyncio.sleep(0.5)


async def main():
    page, _ = await asyncio.gather(load("index"), clock())
    print(page)


if __name__ == "__main__":
    asyncio.run(main())
