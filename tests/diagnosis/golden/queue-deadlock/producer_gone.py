# Two workers wait for items when the only producer has ended.
# line: 13
import asyncio


async def bring(basket: asyncio.Queue[str]) -> None:
    for egg in ("one", "two", "three"):
        await basket.put(egg)


async def paint(basket: asyncio.Queue[str]) -> None:
    while True:
        egg = await basket.get()
        await asyncio.sleep(1)
        print(egg)


async def main() -> None:
    basket: asyncio.Queue[str] = asyncio.Queue(2)
    await asyncio.gather(bring(basket), paint(basket), paint(basket))


if __name__ == "__main__":
    asyncio.run(main())
