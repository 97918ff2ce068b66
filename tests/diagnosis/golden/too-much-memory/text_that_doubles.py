# A text is doubled until it holds a letter that never gets in.
# line: 8
import asyncio


async def fill(wall):
    while "z" not in wall:
        wall = wall + wall
    return wall


async def main():
    wall = await fill("abc")
    print(len(wall))


if __name__ == "__main__":
    asyncio.run(main())
