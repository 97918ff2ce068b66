# The group's own text is printed, not that of the error in it.
# line: 16
import asyncio


async def load(name):
    await asyncio.sleep(1)
    raise LookupError(f"no {name}")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(load("map"))
    except* LookupError as error:
        print(f"not loaded: {error}")

if __name__ == "__main__":
    asyncio.run(main())
