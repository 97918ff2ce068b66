import asyncio

PAGES = {"home": 120, "shop": None, "blog": 800}


async def worker(queue, sizes):
    while True:
        page = await queue.get()
        await asyncio.sleep(0.2)
        try:
            sizes[page] = PAGES[page] // 8
        except TypeError:
            sizes[page] = 0
        finally:
            queue.task_done()


async def main():
    queue, sizes = asyncio.Queue(), {}
    for page in PAGES:
        queue.put_nowait(page)
    workers = [asyncio.create_task(worker(queue, sizes)) for _ in range(2)]
    await queue.join()
    for one in workers:
        one.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print(sizes)


asyncio.run(main())
