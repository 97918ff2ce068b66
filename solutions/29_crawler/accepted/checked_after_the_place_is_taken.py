"""Every link gets a task; the set is looked at and changed in one go, just before the fetch, inside the limit."""

import asyncio

from given import fetch


def show(fetched, broken):
    for url in sorted(fetched):
        print(url)
    for url in sorted(broken):
        print(f"broken: {url}")
    print(f"{len(fetched)} pages")


async def task(url, limit, seen, fetched, broken):
    async with limit:
        if url in seen:
            return
        seen.add(url)
        try:
            links = await fetch(url)
        except LookupError:
            broken.append(url)
            return
    fetched.append(url)
    async with asyncio.TaskGroup() as group:
        for link in set(links):
            group.create_task(task(link, limit, seen, fetched, broken))


async def main():
    fetched, broken = [], []
    await task("/", asyncio.Semaphore(3), set(), fetched, broken)
    show(fetched, broken)


if __name__ == "__main__":
    asyncio.run(main())
