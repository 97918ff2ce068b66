# line: 12
import asyncio


async def cook(dish, minutes):
    await asyncio.sleep(minutes)
    return dish


async def main():
    tasks = [asyncio.create_task(cook(d, m)) for d, m in (("soup", 2), ("toast", 1))]
    async for task in tasks:
        print(await task)


if __name__ == "__main__":
    asyncio.run(main())
