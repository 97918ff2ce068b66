# line: 11
import asyncio


async def ripen(fruit, days):
    await asyncio.sleep(days)
    return fruit


async def main():
    basket = await asyncio.gather(ripen("plum", 1), ripen("pear", 4))
    for fruit in basket:
        print(f"{fruit} is ripe")


if __name__ == "__main__":
    asyncio.run(main())
