import asyncio


async def pause():
    await asyncio.sleep(1)


async def main():
    await pause()
    print("rested")


if __name__ == "__main__":
    asyncio.run(main())
