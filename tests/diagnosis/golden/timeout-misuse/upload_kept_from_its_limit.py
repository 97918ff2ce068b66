# The shield keeps the limit from the upload, which goes on.
# line: 14

import asyncio


async def upload(photo):
    await asyncio.sleep(5)
    print(photo, "is there")


async def main():
    try:
        await asyncio.wait_for(asyncio.shield(upload("cat.png")), 2)
    except asyncio.TimeoutError:
        print("no network, later")
    await asyncio.sleep(4)
    print("closing the album")
