# A plain helper runs a coroutine with asyncio.run, and is called by one.
# line: 13

import asyncio


async def price_of(thing):
    await asyncio.sleep(1)
    return len(thing)


def get_price(thing):
    return asyncio.run(price_of(thing))


async def main():
    print(get_price("lamp"))


if __name__ == "__main__":
    asyncio.run(main())
