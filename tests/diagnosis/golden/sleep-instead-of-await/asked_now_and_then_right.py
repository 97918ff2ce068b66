import asyncio


async def bake():
    await asyncio.sleep(1)
    print("baked")


async def main():
    oven = asyncio.create_task(bake())
    await oven


if __name__ == "__main__":
    asyncio.run(main())
