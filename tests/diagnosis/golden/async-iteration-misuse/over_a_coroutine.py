# async for goes over a call that gives a list when it is awaited.
# line: 13

import asyncio


async def letters():
    await asyncio.sleep(1)
    return ["a", "b"]


async def main():
    async for letter in letters():
        print(letter)


if __name__ == "__main__":
    asyncio.run(main())
