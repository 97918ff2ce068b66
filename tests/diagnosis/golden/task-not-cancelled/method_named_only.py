# The parentheses behind cancel are missing: nothing is cancelled.
# line: 16

import asyncio


async def hum(song):
    for _ in range(4):
        await asyncio.sleep(1)
        print("hm,", song)


async def main():
    humming = asyncio.create_task(hum("la la"))
    await asyncio.sleep(1.5)
    humming.cancel
    await asyncio.gather(humming, return_exceptions=True)
    print("silence")


if __name__ == "__main__":
    asyncio.run(main())
