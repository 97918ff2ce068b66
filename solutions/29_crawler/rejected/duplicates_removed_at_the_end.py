# fails: test_fetches_every_page_once
# diagnosis: shared-state-race
# A page is noted when it has been fetched; sets hide in the output that some were fetched twice. Seen by counting fetches.
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
        if url in fetched or url in broken:
            return
        try:
            links = await fetch(url)
        except LookupError:
            broken.add(url)
            return
    fetched.add(url)
    await asyncio.gather(*[task(link, limit, fetched, broken) for link in links])


async def main():
    fetched, broken = set(), set()
    await task("/", asyncio.Semaphore(3), fetched, broken)
    show(fetched, broken)


if __name__ == "__main__":
    asyncio.run(main())
