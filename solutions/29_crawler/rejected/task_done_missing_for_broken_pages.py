# fails: test_fetches_every_page_once
# diagnosis: missing-task-done
# The broken page leaves the worker's loop by continue, without task_done: join waits for ever.
import asyncio

from given import fetch


def show(fetched, broken):
    for url in sorted(fetched):
        print(url)
    for url in sorted(broken):
        print(f"broken: {url}")
    print(f"{len(fetched)} pages")


async def task(url):
    return await fetch(url)


async def worker(queue, seen, fetched, broken):
    while True:
        url = await queue.get()
        try:
            links = await task(url)
        except LookupError:
            broken.append(url)
            continue
        fetched.append(url)
        for link in links:
            if link not in seen:
                seen.add(link)
                queue.put_nowait(link)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    queue.put_nowait("/")
    fetched, broken = [], []
    seen = {"/"}
    workers = [asyncio.create_task(worker(queue, seen, fetched, broken)) for _ in range(3)]
    await queue.join()
    for w in workers:
        w.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    show(fetched, broken)


if __name__ == "__main__":
    asyncio.run(main())
