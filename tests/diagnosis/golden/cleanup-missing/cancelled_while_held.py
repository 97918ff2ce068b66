# line: 8
import asyncio


async def swing(name: str, seat: asyncio.Semaphore) -> None:
    await seat.acquire()
    await asyncio.sleep(5)
    seat.release()
    print(f"{name} has swung")


async def main() -> None:
    seat = asyncio.Semaphore(1)
    first = asyncio.create_task(swing("Pia", seat))
    await asyncio.sleep(1)
    first.cancel()
    await asyncio.wait([first])
    await swing("Jan", seat)


if __name__ == "__main__":
    asyncio.run(main())
