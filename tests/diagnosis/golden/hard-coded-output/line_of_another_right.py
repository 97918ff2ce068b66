import asyncio


async def knock(door):
    await asyncio.sleep(1)
    print(f"knocked at {door}")


async def main():
    await knock("green")
    print("nobody there")
