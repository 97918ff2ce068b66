import asyncio


async def price_of(thing):
    await asyncio.sleep(1)
    return len(thing)


async def get_price(thing):
    return await price_of(thing)


async def main():
    print(await get_price("lamp"))


if __name__ == "__main__":
    asyncio.run(main())
