# required: asyncio.TaskGroup.create_task
import asyncio


async def knit(name, hours):
    await asyncio.sleep(hours)
    return f"{name}'s sock"


async def main():
    async with asyncio.TaskGroup() as group:
        socks = [group.create_task(knit("Ada", 2)), group.create_task(knit("Bo", 1))]
    for sock in socks:
        print(sock.result())


if __name__ == "__main__":
    asyncio.run(main())
