import asyncio

TRAY = 3


async def guest(tray):
    for _ in range(5):
        cup = await tray.get()
        print("drinks", cup)
        await asyncio.sleep(1)


async def main():
    tray = asyncio.Queue(maxsize=TRAY)
    guests = asyncio.create_task(guest(tray))
    for number in range(5):
        await tray.put(f"cup {number}")
    await guests


if __name__ == "__main__":
    asyncio.run(main())
