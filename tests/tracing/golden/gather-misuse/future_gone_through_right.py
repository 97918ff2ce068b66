import asyncio


async def weigh(basket):
    await asyncio.sleep(2)
    return len(basket)


async def main():
    weights = await asyncio.gather(weigh("peas"), weigh("beans"))
    for weight in weights:
        print(weight)


asyncio.run(main())
