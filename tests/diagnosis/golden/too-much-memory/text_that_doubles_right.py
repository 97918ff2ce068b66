import asyncio


async def fill(wall):
    while len(wall) < 100:
        wall = wall + wall
    return wall


async def main():
    wall = await fill("abc")
    print(len(wall))


if __name__ == "__main__":
    asyncio.run(main())
