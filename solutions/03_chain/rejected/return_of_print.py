# fails: test_prints_and_returns_the_city
# diagnosis: result-not-returned
# task returns what print returns, which is None, in place of the city.
import asyncio
import given


async def get_city(order):
    user = await given.find_user(order)
    return await given.find_city(user)


async def task(order):
    return print(f"order {order}: {await get_city(order)}")


async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(task(1))
        tg.create_task(task(2))
        tg.create_task(task(3))


if __name__ == "__main__":
    asyncio.run(main())
