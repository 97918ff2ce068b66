# What is to happen after a download is a coroutine function.
# line: 18
import asyncio


async def download(song):
    await asyncio.sleep(2)
    return song.upper()


async def store(task):
    await asyncio.sleep(1)
    print("stored", task.result())


async def main():
    task = asyncio.create_task(download("waltz"))
    task.add_done_callback(store)
    await task
    await asyncio.sleep(2)
    print("end")


if __name__ == "__main__":
    asyncio.run(main())
