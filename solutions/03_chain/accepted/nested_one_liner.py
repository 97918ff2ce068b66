"""As short as it gets: one await inside the other, the module under a short name, map and gather."""
import asyncio
import given as g


async def task(order):
    print(f"order {order}: {(city := await g.find_city(await g.find_user(order)))}")
    return city


async def main():
    await asyncio.gather(*map(task, range(1, 4)))


if __name__ == "__main__":
    asyncio.run(main())
