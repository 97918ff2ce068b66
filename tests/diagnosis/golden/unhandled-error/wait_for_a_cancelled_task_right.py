import asyncio


async def blink(lamp):
    while True:
        await asyncio.sleep(1)
        print(lamp)


async def main():
    lamp = asyncio.create_task(blink("green"))
    await asyncio.sleep(2.5)
    lamp.cancel()
    try:
        await lamp
    except asyncio.CancelledError:
        print("off")
    print("dark")

if __name__ == "__main__":
    asyncio.run(main())
