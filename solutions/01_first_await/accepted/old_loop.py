"""The event loop is made, used and closed by hand, as older tutorials do."""

import asyncio


async def task(name, delay):
    print(name, "started")
    await asyncio.sleep(delay)
    print(name, "finished")


async def main():
    await task("Task A", 1)


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    loop.run_until_complete(main())
    loop.close()
