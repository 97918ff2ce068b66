import asyncio


async def tick():
    await asyncio.sleep(1)
    print("tick")


async def main():
    ticking = asyncio.create_task(tick())
    await ticking


if __name__ == "__main__":
    asyncio.run(main())
