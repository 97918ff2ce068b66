"""Three workers on a queue; main waits for join, or for a worker that fails, whichever comes first."""

import asyncio

from given import fetch


def show(fetched, broken):
    for url in sorted(fetched):
        print(url)
    for url in sorted(broken):
        print(f"broken: {url}")
    print(f"{len(fetched)} pages")


async def task(url, queue, seen, fetched, broken):
    try:
        links = await fetch(url)
    except LookupError:
        broken.append(url)
        return
    fetched.append(url)
    for link in links:
        if link not in seen:
            seen.add(link)
            queue.put_nowait(link)


async def worker(queue, *rest):
    while True:
        url = await queue.get()
        await task(url, queue, *rest)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    queue.put_nowait("/")
    fetched, broken = [], []
    seen = {"/"}
    workers = [asyncio.create_task(worker(queue, seen, fetched, broken)) for _ in range(3)]
    finished = asyncio.create_task(queue.join())
    await asyncio.wait([finished, *workers], return_when=asyncio.FIRST_COMPLETED)
    failed = [w for w in workers if w.done()]
    for t in [finished, *workers]:
        t.cancel()
    await asyncio.gather(finished, *workers, return_exceptions=True)
    for w in failed:
        w.result()
    show(fetched, broken)


if __name__ == "__main__":
    asyncio.run(main())
