import asyncio


async def main():
    oven = asyncio.Semaphore(1)
    async with oven:
        print("baked")


if __name__ == "__main__":
    asyncio.run(main())
