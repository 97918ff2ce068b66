# line: 16
import asyncio


async def clock():
    for _ in range(3):
        await asyncio.sleep(1)
        print("tick")


def stopped(ticking):
    print("the clock has stopped")


ticking = clock()
ticking.add_done_callback(stopped)


async def main():
    await ticking


asyncio.run(main())
