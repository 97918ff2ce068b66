import asyncio


async def square(number):
    await asyncio.sleep(1)
    return number * number


async def main():
    results = await asyncio.gather(square(2), square(3))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
