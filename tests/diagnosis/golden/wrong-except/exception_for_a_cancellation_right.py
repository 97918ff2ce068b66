import asyncio


async def blink(lamp):
    while True:
        print(lamp, "on")
        await asyncio.sleep(1)


async def main():
    lamp = asyncio.create_task(blink("red"))
    await asyncio.sleep(2.5)
    lamp.cancel()
    # wait until it is really off
    try:
        await lamp
    except asyncio.CancelledError:
        pass
    print("red off")


if __name__ == "__main__":
    asyncio.run(main())
