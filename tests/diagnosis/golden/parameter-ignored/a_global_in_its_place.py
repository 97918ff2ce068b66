# line: 7
import asyncio

queue = asyncio.Queue()


async def worker(name, source):
    # take work until there is none
    while True:
        item = await queue.get()
        if item is None:
            return
        print(name, item)


async def main():
    jobs = asyncio.Queue()
    for item in (1, 2, None):
        jobs.put_nowait(item)
    await worker("Eve", jobs)
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
