import asyncio


async def weigh(name):
    await asyncio.sleep(len(name))
    return name


async def main():
    tasks = [asyncio.create_task(weigh(name)) for name in ("pear", "fig", "apple")]
    print(await asyncio.gather(*tasks))


if __name__ == "__main__":
    asyncio.run(main())
