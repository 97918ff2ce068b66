# fails: test_fetches_every_page_once
# diagnosis: shared-state-race
# The set is looked at before the fetch and changed after it: others fetch the same page meanwhile.
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
        try:
            links = await fetch(url)
        except LookupError:
            broken.append(url)
            seen.add(url)
            return
    seen.add(url)
    fetched.append(url)
    await asyncio.gather(*[task(link, limit, seen, fetched, broken) for link in links])


async def main():
    fetched, broken = [], []
    await task("/", asyncio.Semaphore(3), set(), fetched, broken)
    show(fetched, broken)


if __name__ == "__main__":
    asyncio.run(main())
