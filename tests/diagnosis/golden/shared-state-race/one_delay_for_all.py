# line: 10
import asyncio

delay = 1


async def knock(name):
    global delay
    for number in range(2):
        await asyncio.sleep(delay)
        delay = delay * 2
        print(name, number)


async def main():
    await asyncio.gather(knock("north"), knock("south"))


if __name__ == "__main__":
    asyncio.run(main())
