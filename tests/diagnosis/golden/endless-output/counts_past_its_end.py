# Stairs are counted down in twos, past the zero at which to stop.
# line: 8
import asyncio


async def walk_down(stairs):
    while stairs != 0:
        print(f"{stairs} stairs left")
        stairs = stairs - 2
    print("down")


async def main():
    await walk_down(7)


if __name__ == "__main__":
    asyncio.run(main())
