# line: 14
import asyncio


async def bake(cake: str, hours: float) -> str:
    await asyncio.sleep(hours)
    print(f"{cake} baked")
    return cake


async def baker(cakes: asyncio.Queue) -> None:
    while not cakes.empty():
        cake = cakes.get_nowait()
        await bake(cake, 1)


async def main() -> None:
    cakes: asyncio.Queue = asyncio.Queue()
    for cake in ("plum", "nut", "pear"):
        cakes.put_nowait(cake)
    await asyncio.create_task(baker(cakes))


if __name__ == "__main__":
    asyncio.run(main())
