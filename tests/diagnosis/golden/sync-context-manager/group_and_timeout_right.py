import asyncio


async def main() -> None:
    # start both swimmers
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(1))
        group.create_task(asyncio.sleep(2))
    print("both are back")


if __name__ == "__main__":
    asyncio.run(main())
