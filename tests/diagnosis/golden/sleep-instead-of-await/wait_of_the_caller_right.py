import asyncio


async def brew(tea):
    print(tea, "in the pot")
    await asyncio.sleep(3)
    return f"cup of {tea}"


async def main():
    cup = await brew("mint")
    print(cup)
