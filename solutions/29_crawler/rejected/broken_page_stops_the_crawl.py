# fails: test_prints_what_it_found
# diagnosis: job-cut-short
# LookupError is not handled: the group is cancelled and main ends with the error.
import asyncio

from given import fetch


def show(fetched, broken):
    for url in sorted(fetched):
        print(url)
    for url in sorted(broken):
        print(f"broken: {url}")
    print(f"{len(fetched)} pages")


async def task(url, group, limit, seen, fetched):
    async with limit:
        links = await fetch(url)
    fetched.append(url)
    for link in links:
        if link not in seen:
            seen.add(link)
            group.create_task(task(link, group, limit, seen, fetched))


async def main():
    fetched = []
    async with asyncio.TaskGroup() as group:
        limit = asyncio.Semaphore(3)
        group.create_task(task("/", group, limit, {"/"}, fetched))
    show(fetched, [])


if __name__ == "__main__":
    asyncio.run(main())
