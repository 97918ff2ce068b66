import asyncio


async def guest(bell: asyncio.Condition) -> None:
    async with bell:
        await bell.wait()
        print("dinner")


async def main() -> None:
    bell = asyncio.Condition()
    waiting = asyncio.create_task(guest(bell))
    await asyncio.sleep(0)
    async with bell:
        bell.notify_all()
    await waiting


if __name__ == "__main__":
    asyncio.run(main())
