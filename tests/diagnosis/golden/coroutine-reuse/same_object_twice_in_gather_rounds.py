# line: 14
import asyncio


async def knock(door):
    await asyncio.sleep(1)
    print("knock", door)


async def main():
    doors = [knock("left"), knock("right")]
    for _ in range(2):
        for door in doors:
            await door


if __name__ == "__main__":
    asyncio.run(main())
