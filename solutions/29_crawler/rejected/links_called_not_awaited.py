# fails: test_fetches_every_page_once
# diagnosis: never-awaited
# task calls itself for each link without await; only the first page is fetched.
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
        try:
            links = await fetch(url)
        except LookupError:
            broken.append(url)
            return
    fetched.append(url)
    for link in links:
        if link not in seen:
            seen.add(link)
            task(link, limit, seen, fetched, broken)


async def main():
    fetched, broken = [], []
    await task("/", asyncio.Semaphore(3), {"/"}, fetched, broken)
    show(fetched, broken)


if __name__ == "__main__":
    asyncio.run(main())
