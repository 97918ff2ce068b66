import asyncio


async def load(name):
    await asyncio.sleep(1)
    raise LookupError(f"no {name}")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(load("map"))
    except* LookupError as error:
        for one in error.exceptions:
            print(f"not loaded: {one}")

if __name__ == "__main__":
    asyncio.run(main())
