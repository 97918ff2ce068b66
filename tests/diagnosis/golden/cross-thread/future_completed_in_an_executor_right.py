import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(2)


def slow_square(n, future, loop):
    time.sleep(1)
    loop.call_soon_threadsafe(lambda: future.set_result(n * n))


async def beat():
    while True:
        await asyncio.sleep(0.7)
        print("beat")


async def main():
    heart = asyncio.ensure_future(beat())
    answer = asyncio.get_event_loop().create_future()
    pool.submit(slow_square, 12, answer, asyncio.get_event_loop())
    print(await answer)
    heart.cancel()
    try:
        await heart
    except asyncio.CancelledError:
        pass


if __name__ == "__main__":
    asyncio.run(main())
