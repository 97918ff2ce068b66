# Many tasks are cancelled in a comprehension, and main returns at once.
# line: 23

import asyncio

lamps = []


async def glow(colour):
    try:
        while 1:
            await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(colour, "is dark")
        raise


async def main():
    for colour in ("red", "green"):
        lamps.append(asyncio.ensure_future(glow(colour)))
    await asyncio.sleep(1)
    print("lights off")
    [lamp.cancel() for lamp in lamps]


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    loop.run_until_complete(main())
