import asyncio


async def greet(name):
    # waits a second first
    await asyncio.sleep(1)
    print("hello", name)


async def main():
    # calls greet
    await greet("Mia")


if __name__ == "__main__":
    asyncio.run(main())
