import asyncio


async def save(name):
    await asyncio.sleep(1)
    print("saved", name)


def work(name, loop):
    # long work, then save the result in the background
    asyncio.run_coroutine_threadsafe(save(name), loop).result()


async def main():
    await asyncio.to_thread(work, "report", asyncio.get_running_loop())
    await asyncio.sleep(2)


if __name__ == "__main__":
    asyncio.run(main())
