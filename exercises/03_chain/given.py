"""Two steps of an order: read them, import them, leave them as they are."""

import asyncio


async def find_user(order: int) -> str:
    """Return the user who placed the order; takes 1 second."""
    await asyncio.sleep(1)
    return f"user-{order}"


async def find_city(user: str) -> str:
    """Return the city a user lives in; takes 1 to 3 seconds."""
    if not isinstance(user, str):
        raise TypeError(f"find_city() needs a user's name as str, got {type(user).__name__}")
    await asyncio.sleep({"user-1": 3, "user-2": 1}.get(user, 2))
    return user.replace("user", "city")
