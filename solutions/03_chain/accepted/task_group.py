"""A TaskGroup starts the three orders and waits for them."""

import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    """Find the order's user, then the user's city; print the line and return the city."""
    user = await find_user(order)
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    """Run the three orders at the same time."""
    async with asyncio.TaskGroup() as group:
        for order in range(1, 4):
            group.create_task(task(order), name=f"order {order}")


if __name__ == "__main__":
    asyncio.run(main())
