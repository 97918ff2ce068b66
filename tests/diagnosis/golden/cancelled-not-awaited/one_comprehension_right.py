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
    for lamp in lamps:
        try:
            await lamp
        except asyncio.CancelledError:
            pass


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    loop.run_until_complete(main())
