# fails: test_leaves_nothing_behind
# diagnosis: busy-polling
# main asks every 10 milliseconds whether any task is left.
import asyncio

from given import fetch


def show(fetched, broken):
    for url in sorted(fetched):
        print(url)
    for url in sorted(broken):
        print(f"broken: {url}")
    print(f"{len(fetched)} pages")

tasks = set()


async def task(url, limit, seen, fetched, broken):
    async with limit:
        try:
            links = await fetch(url)
        except LookupError:
            broken.append(url)
            return
    fetched.append(url)
    for link in links:
        if link not in seen:
            seen.add(link)
            tasks.add(asyncio.create_task(task(link, limit, seen, fetched, broken)))


async def main():
    fetched, broken = [], []
    limit = asyncio.Semaphore(3)
    tasks.add(asyncio.create_task(task("/", limit, {"/"}, fetched, broken)))
    while any(not t.done() for t in tasks):
        await asyncio.sleep(0.01)
    for t in tasks:
        t.result()
    show(fetched, broken)


if __name__ == "__main__":
    asyncio.run(main())
