# gather gives the same lines; a group was asked for.
# line: 14

# required: asyncio.TaskGroup.create_task
import asyncio


async def knit(name, hours):
    await asyncio.sleep(hours)
    return f"{name}'s sock"


async def main():
    socks = await asyncio.gather(knit("Ada", 2), knit("Bo", 1))
    for sock in socks:
        print(sock)


if __name__ == "__main__":
    asyncio.run(main())
