# A task is asked for ever whether it is done.
# line: 13
import asyncio


async def bake_bread():
    await asyncio.sleep(3)
    return "a loaf"


async def main():
    baking = asyncio.create_task(bake_bread())
    while not baking.done():
        await asyncio.sleep(0.001)
    print(baking.result())


if __name__ == "__main__":
    asyncio.run(main())
