import asyncio


async def download(song):
    await asyncio.sleep(2)
    return song.upper()


def store(task):
    print("stored", task.result())


async def main():
    task = asyncio.create_task(download("waltz"))
    task.add_done_callback(store)
    await task
    await asyncio.sleep(3)
    print("end")


if __name__ == "__main__":
    asyncio.run(main())
