# The notification is sent before anybody waits for it.
# line: 8
import asyncio


async def guest(bell: asyncio.Condition) -> None:
    async with bell:
        await bell.wait()
        print("dinner")


async def main() -> None:
    bell = asyncio.Condition()
    async with bell:
        bell.notify_all()
    await asyncio.create_task(guest(bell))


if __name__ == "__main__":
    asyncio.run(main())
