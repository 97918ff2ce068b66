import asyncio


async def ripen(fruit, days):
    await asyncio.sleep(days)
    return fruit


async def main():
    tasks = [asyncio.create_task(ripen("plum", 1)), asyncio.create_task(ripen("pear", 4))]
    for fruit in tasks:
        print(f"{await fruit} is ripe")


if __name__ == "__main__":
    asyncio.run(main())
