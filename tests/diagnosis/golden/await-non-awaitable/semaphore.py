# A semaphore is awaited, as old books do it.
# line: 9

import asyncio


async def main():
    oven = asyncio.Semaphore(1)
    with (await oven):
        print("baked")


if __name__ == "__main__":
    asyncio.run(main())
