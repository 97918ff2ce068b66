import asyncio


async def weigh(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def main():
    fruit = [("pear", 3), ("fig", 1), ("apple", 2)]
    for name in await asyncio.gather(*(weigh(*pair) for pair in fruit)):
        print(name)


if __name__ == "__main__":
    asyncio.run(main())
