import asyncio


async def bake_bread():
    await asyncio.sleep(3)
    return "a loaf"


async def main():
    baking = asyncio.create_task(bake_bread())
    print(await baking)


if __name__ == "__main__":
    asyncio.run(main())
