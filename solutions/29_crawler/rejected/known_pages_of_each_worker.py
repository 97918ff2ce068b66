# fails: test_fetches_every_page_once
# diagnosis: wrong-output
# Every worker gets a set of known pages of its own, so pages that another one has found are fetched again.
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
        await task(await queue.get(), queue, *rest)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    queue.put_nowait("/")
    fetched, broken = [], []
    workers = [asyncio.create_task(worker(queue, {"/"}, fetched, broken)) for _ in range(3)]
    await queue.join()
    for w in workers:
        w.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    show(fetched, broken)


if __name__ == "__main__":
    asyncio.run(main())
