# line: 6
import asyncio


async def ride(bike: asyncio.Lock, name: str) -> None:
    await bike.acquire()
    await asyncio.sleep(1)
    print(f"{name} has ridden")


async def main() -> None:
    bike = asyncio.Lock()
    await asyncio.gather(ride(bike, "Jo"), ride(bike, "Al"))


if __name__ == "__main__":
    asyncio.run(main())
