# fails: test_leaves_nothing_behind
# diagnosis: task-not-cancelled
# The output is right, and three workers still wait for more when main returns.
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
        try:
            await task(url, queue, *rest)
        finally:
            queue.task_done()


async def main():
    queue = asyncio.Queue()
    queue.put_nowait("/")
    fetched, broken = [], []
    seen = {"/"}
    workers = [asyncio.create_task(worker(queue, seen, fetched, broken)) for _ in range(3)]
    await queue.join()
    show(fetched, broken)


if __name__ == "__main__":
    asyncio.run(main())
