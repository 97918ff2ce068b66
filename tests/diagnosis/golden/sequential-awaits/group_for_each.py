# line: 13
import asyncio


async def bake(cake: str, hours: float) -> str:
    await asyncio.sleep(hours)
    print(f"{cake} baked")
    return cake


async def main() -> None:
    for cake, hours in (("plum", 2), ("nut", 1)):
        async with asyncio.TaskGroup() as group:
            group.create_task(bake(cake, hours))


if __name__ == "__main__":
    asyncio.run(main())
