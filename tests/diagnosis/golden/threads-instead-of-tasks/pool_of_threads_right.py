import asyncio


async def grow(plant):
    await asyncio.sleep(2)
    return plant + " has grown"


async def main():
    for line in await asyncio.gather(*map(grow, ["bean", "pea", "oak"])):
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
