import asyncio


async def guest(bell):
    await bell.wait()
    print("the door opens")


async def main():
    bell = asyncio.Event()
    waiting = asyncio.create_task(guest(bell))
    await asyncio.sleep(2)
    bell.set()
    await waiting


asyncio.run(main())
