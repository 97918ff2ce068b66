"""Steps that need each other run in order, chains run side by side."""

import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    """Find the order's user, then the user's city; print "order ORDER: CITY" and return the city."""
    # The second step needs what the first one returns, so it can only begin afterwards: two awaits in a row.
    user = await find_user(order)
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    """Run `task` for the orders 1, 2 and 3 at the same time."""
    # The orders need nothing of one another, so each goes through its own two steps while the others wait in theirs.
    await asyncio.gather(task(1), task(2), task(3))


if __name__ == "__main__":
    asyncio.run(main())
