import asyncio


async def worker(queue):
    while True:
        letter = await queue.get()
        await asyncio.sleep(1)
        print("stamped", letter)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    clerk = asyncio.create_task(worker(queue))
    for letter in "abc":
        queue.put_nowait(letter)
    await queue.join()
    clerk.cancel()
    await asyncio.gather(clerk, return_exceptions=True)
    print("all stamped")


if __name__ == "__main__":
    asyncio.run(main())
