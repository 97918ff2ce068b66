# fails: test_fetches_every_page_once
# diagnosis: job-cut-short
# `except* LookupError` stands around the group, which has cancelled all other pages by then.
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
            raise
    fetched.append(url)
    for link in links:
        if link not in seen:
            seen.add(link)
            group.create_task(task(link, group, limit, seen, fetched, broken))


async def main():
    fetched, broken = [], []
    try:
        async with asyncio.TaskGroup() as group:
            limit = asyncio.Semaphore(3)
            group.create_task(task("/", group, limit, {"/"}, fetched, broken))
    except* LookupError:
        pass
    show(fetched, broken)


if __name__ == "__main__":
    asyncio.run(main())
