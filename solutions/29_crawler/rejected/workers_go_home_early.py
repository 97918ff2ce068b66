# fails: test_three_as_long_as_one_waits
# diagnosis: over-serialised
# A worker ends when the queue is empty; at the start there is one page, so two of three go home at once.
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
    while not queue.empty():
        url = queue.get_nowait()
        await task(url, queue, *rest)


async def main():
    queue = asyncio.Queue()
    queue.put_nowait("/")
    fetched, broken = [], []
    seen = {"/"}
    await asyncio.gather(*[worker(queue, seen, fetched, broken) for _ in range(3)])
    show(fetched, broken)


if __name__ == "__main__":
    asyncio.run(main())
