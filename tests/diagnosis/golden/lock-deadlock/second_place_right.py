import asyncio


async def bake(name, oven):
    await work(name, oven)


async def work(name, place):
    await place.acquire()
    await asyncio.sleep(1)
    place.release()


async def main():
    oven = asyncio.Semaphore(2)
    await asyncio.gather(*[bake(name, oven) for name in "abcd"])


if __name__ == "__main__":
    asyncio.run(main())
