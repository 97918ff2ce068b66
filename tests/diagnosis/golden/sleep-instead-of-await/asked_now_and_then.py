# The end of the bake is looked for every 0.4 seconds, and so seen late.
# line: 14
import asyncio


async def bake():
    await asyncio.sleep(1)
    print("baked")


async def main():
    oven = asyncio.create_task(bake())
    while not oven.done():
        await asyncio.sleep(0.4)


if __name__ == "__main__":
    asyncio.run(main())
