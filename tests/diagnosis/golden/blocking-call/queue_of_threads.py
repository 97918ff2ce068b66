# line: 15
import asyncio
import queue


async def produce(items: queue.Queue) -> None:
    for number in range(3):
        await asyncio.sleep(1)
        items.put(number)


async def main() -> None:
    items: queue.Queue = queue.Queue()
    producing = asyncio.create_task(produce(items))
    print([items.get() for _ in range(3)])
    await producing


if __name__ == "__main__":
    asyncio.run(main())
