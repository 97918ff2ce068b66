# fails: test_fetches_every_page_once
# diagnosis: never-ends
# Nobody remembers which pages are known: on a circle the crawl never ends.
import asyncio

from given import fetch


def show(fetched, broken):
    for url in sorted(fetched):
        print(url)
    for url in sorted(broken):
        print(f"broken: {url}")
    print(f"{len(fetched)} pages")


async def task(url, limit, fetched, broken):
    async with limit:
        try:
            links = await fetch(url)
        except LookupError:
            broken.append(url)
            return
    fetched.append(url)
    await asyncio.gather(*[task(link, limit, fetched, broken) for link in links])


async def main():
    fetched, broken = [], []
    await task("/", asyncio.Semaphore(3), fetched, broken)
    show(fetched, broken)


if __name__ == "__main__":
    asyncio.run(main())
