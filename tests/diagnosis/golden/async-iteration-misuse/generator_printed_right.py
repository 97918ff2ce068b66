import asyncio


async def flavours():
    for name in ("mint", "plum"):
        await asyncio.sleep(0.5)
        yield name


async def main():
    menu = [name async for name in flavours()]
    print("today:", menu)
