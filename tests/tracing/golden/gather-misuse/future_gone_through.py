# The future that `gather` gives is gone through as if it were the list of results.
# line: 13

import asyncio


async def weigh(basket):
    await asyncio.sleep(2)
    return len(basket)


async def main():
    weights = asyncio.gather(weigh("peas"), weigh("beans"))
    for weight in weights:
        print(weight)


asyncio.run(main())
