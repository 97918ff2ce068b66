# fails: test_fetches_every_page_once
# diagnosis: shared-state-race
# The set is looked at before the wait for a place and changed behind it: two tasks that wait fetch the same page.
import asyncio

from given import fetch


def show(fetched, broken):
    for url in sorted(fetched):
        print(url)
    for url in sorted(broken):
        print(f"broken: {url}")
    print(f"{len(fetched)} pages")


async def task(url, limit, seen, fetched, broken):
    if url in seen:
        return
    async with limit:
        seen.add(url)
        try:
            links = await fetch(url)
        except LookupError:
            broken.append(url)
            return
    fetched.append(url)
    async with asyncio.TaskGroup() as group:
        for link in links:
            group.create_task(task(link, limit, seen, fetched, broken))


async def main():
    fetched, broken = [], []
    await task("/", asyncio.Semaphore(3), set(), fetched, broken)
    show(fetched, broken)


if __name__ == "__main__":
    asyncio.run(main())
