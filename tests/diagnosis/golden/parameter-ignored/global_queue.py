# A worker takes from the queue of the module, not from the one that it is given.
# line: 8
import asyncio

queue = asyncio.Queue()


async def paint(jobs):
    while not queue.empty():
        wall = await queue.get()
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
