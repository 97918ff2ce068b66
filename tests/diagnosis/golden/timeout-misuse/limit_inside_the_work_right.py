import asyncio


async def hike(hours):
    await asyncio.sleep(hours)
    return f"walked for {hours} h"


async def main():
    print(await hike(2))
    async with asyncio.timeout(8):
        print(await hike(6))


if __name__ == "__main__":
    asyncio.run(main())
