# fails: test_fetches_every_page_once
# diagnosis: lock-deadlock
# A task keeps its place while it waits for the tasks of its links; three such tasks wait for a fourth place for ever.
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
        new = [link for link in dict.fromkeys(links) if link not in seen]
        seen.update(new)
        await asyncio.gather(*[task(link, limit, seen, fetched, broken) for link in new])


async def main():
    fetched, broken = [], []
    await task("/", asyncio.Semaphore(3), {"/"}, fetched, broken)
    show(fetched, broken)


if __name__ == "__main__":
    asyncio.run(main())
