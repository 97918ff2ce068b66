import asyncio


async def produce(items: asyncio.Queue) -> None:
    for number in range(3):
        await asyncio.sleep(1)
        await items.put(number)


async def main() -> None:
    items: asyncio.Queue = asyncio.Queue()
    producing = asyncio.create_task(produce(items))
    print([await items.get() for _ in range(3)])
    await producing


if __name__ == "__main__":
    asyncio.run(main())
