import asyncio


async def lottery(seed):
    while True:
        await asyncio.sleep(1)
        seed = seed * 7 % 49
        yield seed + 1


async def draw(count):
    drawn = 0
    balls = lottery(3)
    async for ball in balls:
        print("ball", ball)
        drawn += 1
        if drawn == count:
            break
    await balls.aclose()
    print("drawn")


async def main():
    await draw(3)


asyncio.run(main())
