import asyncio


async def lamp(colour, off):
    while not off.is_set():
        print(colour, "on")
        await asyncio.sleep(0.5)
        print(colour, "off")
        await asyncio.sleep(0.5)
    print(colour, "dark")


async def main():
    off = asyncio.Event()
    lamps = [asyncio.create_task(lamp(colour, off)) for colour in ("red", "green")]
    await asyncio.sleep(2.2)
    off.set()
    await asyncio.gather(*lamps)


if __name__ == "__main__":
    asyncio.run(main())
