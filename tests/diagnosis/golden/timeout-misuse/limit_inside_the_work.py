# The guide sets a limit to the whole hike by itself; whoever books it may have more time.
# line: 9

import asyncio


async def hike(hours):
    try:
        async with asyncio.timeout(3):
            await asyncio.sleep(hours)
    except TimeoutError:
        return "turned back"
    return f"walked for {hours} h"


async def main():
    print(await hike(2))
    print(await hike(6))


if __name__ == "__main__":
    asyncio.run(main())
