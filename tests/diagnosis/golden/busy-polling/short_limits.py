# line: 8
import asyncio


async def guest(bell):
    while True:
        try:
            await asyncio.wait_for(bell.wait(), 0.05)
            break
        except TimeoutError:
            pass
    print("the door opens")


async def main():
    bell = asyncio.Event()
    waiting = asyncio.create_task(guest(bell))
    await asyncio.sleep(2)
    bell.set()
    await waiting


asyncio.run(main())
