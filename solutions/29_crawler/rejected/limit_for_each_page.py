# fails: test_never_more_than_three
# diagnosis: unbounded-concurrency
# Each page makes a semaphore of three for its own links; several pages together exceed it.
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
    mine = asyncio.Semaphore(3)
    new = [link for link in dict.fromkeys(links) if link not in seen]
    seen.update(new)
    await asyncio.gather(*[task(link, mine, seen, fetched, broken) for link in new])


async def main():
    fetched, broken = [], []
    await task("/", asyncio.Semaphore(3), {"/"}, fetched, broken)
    show(fetched, broken)


if __name__ == "__main__":
    asyncio.run(main())
