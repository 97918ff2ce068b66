# fails: test_prints_the_three_lines
# diagnosis: shared-state-race
# The number of the order is kept in a global that the other orders overwrite during the awaits; every line names the last order.
import asyncio
import given

current = 0


async def task(order):
    global current
    current = order
    user = await given.find_user(current)
    city = await given.find_city(user)
    print(f"order {current}: {city}")
    return city


async def main():
    await asyncio.gather(task(1), task(2), task(3))


if __name__ == "__main__":
    asyncio.run(main())
