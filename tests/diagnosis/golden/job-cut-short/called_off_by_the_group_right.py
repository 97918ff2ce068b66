import asyncio


async def ask(name, delay):
    await asyncio.sleep(delay)
    try:
        if name == "south":
            raise LookupError(f"{name} is not there")
        print(f"{name} answered")
    except LookupError as error:
        print(error)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(ask("north", 2))
        group.create_task(ask("south", 1))


if __name__ == "__main__":
    asyncio.run(main())
