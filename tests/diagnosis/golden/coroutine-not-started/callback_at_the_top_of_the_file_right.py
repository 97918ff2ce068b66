import asyncio


async def clock():
    for _ in range(3):
        await asyncio.sleep(1)
        print("tick")


def stopped(ticking):
    print("the clock has stopped")


async def main():
    ticking = asyncio.create_task(clock())
    ticking.add_done_callback(stopped)
    await ticking


asyncio.run(main())
