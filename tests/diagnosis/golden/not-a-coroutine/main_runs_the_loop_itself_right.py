import asyncio


async def count(n):
    for i in range(n):
        await asyncio.sleep(1)
        print(i)


async def main():
    await count(3)


if __name__ == "__main__":
    asyncio.run(main())
