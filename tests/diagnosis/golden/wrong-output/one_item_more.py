# The loop asks whether it has enough when the next item has come already.
# line: 17
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
        if drawn == count:
            break
        print("ball", ball)
        drawn += 1
    await balls.aclose()
    print("drawn")


async def main():
    await draw(3)


asyncio.run(main())
