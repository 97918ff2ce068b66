# The last floor is left out: range ends before its end.
# line: 14
import asyncio


async def lift(floors):
    for floor in range(1, floors):
        await asyncio.sleep(1)
        print("floor", floor)


async def main():
    await lift(4)
    print("doors open")


if __name__ == "__main__":
    asyncio.run(main())
