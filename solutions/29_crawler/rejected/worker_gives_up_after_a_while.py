# fails: test_three_as_long_as_one_waits
# diagnosis: timeout-misuse
# A worker takes two seconds without a page for the end; main ends two seconds late.
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
        try:
            url = await asyncio.wait_for(queue.get(), 2)
        except TimeoutError:
            return
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
