# What an if asks is a coroutine, which counts as true.
# line: 14
import asyncio

STOCK = {"bread": 2, "jam": 0}


async def in_stock(thing):
    await asyncio.sleep(0.2)
    return STOCK[thing] > 0


async def order(thing):
    if in_stock(thing):
        print(thing, "is on its way")
    else:
        print(thing, "is sold out")


async def main():
    await asyncio.gather(*[order(thing) for thing in STOCK])


asyncio.get_event_loop().run_until_complete(main())
