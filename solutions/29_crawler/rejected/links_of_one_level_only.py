# fails: test_fetches_every_page_once
# diagnosis: wrong-output
# Only the first page and its links are fetched; what these link to is not followed.
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
            return []
    fetched.append(url)
    return links


async def main():
    fetched, broken = [], []
    limit = asyncio.Semaphore(3)
    links = await task("/", limit, fetched, broken)
    await asyncio.gather(*[task(link, limit, fetched, broken) for link in links])
    show(fetched, broken)


if __name__ == "__main__":
    asyncio.run(main())
