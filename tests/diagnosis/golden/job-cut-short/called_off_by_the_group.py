# line: 14
import asyncio


async def ask(name, delay):
    await asyncio.sleep(delay)
    if name == "south":
        raise LookupError(f"{name} is not there")
    print(f"{name} answered")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(ask("north", 2))
            group.create_task(ask("south", 1))
    except* LookupError:
        print("south is not there")


if __name__ == "__main__":
    asyncio.run(main())
