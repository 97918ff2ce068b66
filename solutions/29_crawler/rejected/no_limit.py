# fails: test_never_more_than_three
# diagnosis: unbounded-concurrency
# Every page is fetched as soon as it is known; more than three at once.
import asyncio

from given import fetch


def show(fetched, broken):
    for url in sorted(fetched):
        print(url)
    for url in sorted(broken):
        print(f"broken: {url}")
    print(f"{len(fetched)} pages")


async def task(url, group, seen, fetched, broken):
    try:
        links = await fetch(url)
    except LookupError:
        broken.append(url)
        return
    fetched.append(url)
    for link in links:
        if link not in seen:
            seen.add(link)
            group.create_task(task(link, group, seen, fetched, broken))


async def main():
    fetched, broken = [], []
    async with asyncio.TaskGroup() as group:
        group.create_task(task("/", group, {"/"}, fetched, broken))
    show(fetched, broken)


if __name__ == "__main__":
    asyncio.run(main())
