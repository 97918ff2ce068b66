import asyncio


async def knock(name):
    delay = 1
    for number in range(2):
        await asyncio.sleep(delay)
        delay = delay * 2
        print(name, number)


async def main():
    await asyncio.gather(knock("north"), knock("south"))


if __name__ == "__main__":
    asyncio.run(main())
