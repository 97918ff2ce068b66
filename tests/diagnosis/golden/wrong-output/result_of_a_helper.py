# The helper works out another price than was asked for; the line that prints it is right.
# line: 13

import asyncio

PRICES = {"plum": 3, "pear": 4}


async def price_of(fruit, count):
    await asyncio.sleep(0.5)
    if fruit not in PRICES:
        raise KeyError(fruit)
    return PRICES[fruit] + count


async def main():
    for fruit in ("plum", "pear"):
        price = await price_of(fruit, 2)
        print(f"2 {fruit}s cost {price}")
