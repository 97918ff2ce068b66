# fails: test_three_as_long_as_one_waits
# diagnosis: over-serialised
# Semaphore(2): one of the three places is never used.
import asyncio

from given import fetch


def show(fetched, broken):
    for url in sorted(fetched):
        print(url)
    for url in sorted(broken):
        print(f"broken: {url}")
    print(f"{len(fetched)} pages")


async def task(url, group, limit, seen, fetched, broken):
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
            group.create_task(task(link, group, limit, seen, fetched, broken))


async def main():
    fetched, broken = [], []
    async with asyncio.TaskGroup() as group:
        limit = asyncio.Semaphore(2)
        group.create_task(task("/", group, limit, {"/"}, fetched, broken))
    show(fetched, broken)


if __name__ == "__main__":
    asyncio.run(main())
