import asyncio


async def price(fruit: str) -> int:
    await asyncio.sleep(1)
    return {"apple": 3, "melon": 5, "grape": 4}[fruit]


async def main() -> None:
    tasks = [asyncio.create_task(price(fruit)) for fruit in ("apple", "melon", "grape")]
    total = 0
    for task in tasks:
        total += await task
    print("total:", total)


if __name__ == "__main__":
    asyncio.run(main())
