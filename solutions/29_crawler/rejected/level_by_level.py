# fails: test_three_as_long_as_one_waits
# diagnosis: needless-barrier
# All pages of one level are fetched before the next level begins; places stay empty at the end of each.
import asyncio

from given import fetch


def show(fetched, broken):
    for url in sorted(fetched):
        print(url)
    for url in sorted(broken):
        print(f"broken: {url}")
    print(f"{len(fetched)} pages")


async def task(url, limit):
    async with limit:
        try:
            return url, await fetch(url)
        except LookupError:
            return url, None


async def main():
    limit = asyncio.Semaphore(3)
    seen = {"/"}
    level = ["/"]
    fetched, broken = [], []
    while level:
        results = await asyncio.gather(*[task(url, limit) for url in level])
        level = []
        for url, links in results:
            if links is None:
                broken.append(url)
                continue
            fetched.append(url)
            for link in links:
                if link not in seen:
                    seen.add(link)
                    level.append(link)
    show(fetched, broken)


if __name__ == "__main__":
    asyncio.run(main())
