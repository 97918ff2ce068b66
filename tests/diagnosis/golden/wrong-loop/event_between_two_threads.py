# The event is waited for under another loop, in a thread of its own.
# line: 8

import asyncio


async def listen(bell):
    await bell.wait()
    print("heard")


async def main():
    bell = asyncio.get_running_loop().create_future()
    first = asyncio.Event()
    waiter = asyncio.create_task(first.wait())
    await asyncio.sleep(0)
    await asyncio.to_thread(asyncio.run, listen(first))
    bell.cancel()
    first.set()
    await waiter


if __name__ == "__main__":
    asyncio.run(main())
