import asyncio

queue = asyncio.Queue()


async def paint(jobs):
    while not jobs.empty():
        wall = await jobs.get()
        await asyncio.sleep(1)
        print("painted", wall)


async def main():
    mine = asyncio.Queue()
    for wall in ("left", "right"):
        mine.put_nowait(wall)
    await paint(mine)
    print("done")


if __name__ == "__main__":
    asyncio.run(main())
