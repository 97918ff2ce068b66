# fails: test_prints_what_it_found
# diagnosis: result-not-returned
# task prints its page as soon as it is there; sorted order cannot be had that way.
import asyncio

from given import fetch


async def task(url, group, limit, seen, fetched, broken):
    async with limit:
        try:
            links = await fetch(url)
        except LookupError:
            broken.append(url)
            return
    print(url)
    fetched.append(url)
    for link in sorted(links):
        if link not in seen:
            seen.add(link)
            group.create_task(task(link, group, limit, seen, fetched, broken))


async def main():
    fetched, broken = [], []
    async with asyncio.TaskGroup() as group:
        limit = asyncio.Semaphore(3)
        group.create_task(task("/", group, limit, {"/"}, fetched, broken))
    for url in sorted(broken):
        print(f"broken: {url}")
    print(f"{len(fetched)} pages")


if __name__ == "__main__":
    asyncio.run(main())
