import asyncio


async def upload(photo):
    await asyncio.sleep(5)
    print(photo, "is there")


async def main():
    try:
        await asyncio.wait_for(upload("cat.png"), 2)
    except asyncio.TimeoutError:
        print("no network, later")
    await asyncio.sleep(4)
    print("closing the album")
