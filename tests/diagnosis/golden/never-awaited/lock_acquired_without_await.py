# line: 6
import asyncio


async def use(bath: asyncio.Lock, name: str) -> None:
    bath.acquire()
    await asyncio.sleep(1)
    print(f"{name} is clean")


async def main() -> None:
    bath = asyncio.Lock()
    await asyncio.gather(use(bath, "Ann"), use(bath, "Tom"))


if __name__ == "__main__":
    asyncio.run(main())
