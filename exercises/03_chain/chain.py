"""Steps that need each other run in order, chains run side by side."""

import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    """Find the order's user, then the user's city; print "order ORDER: CITY" and return the city."""
    # TODO: find the user, then the city, print the line, return the city


async def main() -> None:
    """Run `task` for the orders 1, 2 and 3 at the same time."""
    # TODO: run task(1), task(2) and task(3) at the same time


if __name__ == "__main__":
    asyncio.run(main())
