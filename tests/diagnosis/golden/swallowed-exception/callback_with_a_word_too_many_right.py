import asyncio


def ring(times):
    print("ring " * times)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(1, ring, 2)
    await asyncio.sleep(2)
    print("did it ring?")
