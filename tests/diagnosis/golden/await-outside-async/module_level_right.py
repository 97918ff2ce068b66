import asyncio


async def greet(name):
    await asyncio.sleep(1)
    print("hello", name)


async def main():
    await greet("Ann")


if __name__ == "__main__":
    asyncio.run(main())
