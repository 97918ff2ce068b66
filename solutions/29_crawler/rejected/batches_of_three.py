# fails: test_three_as_long_as_one_waits
# diagnosis: needless-barrier
# Three are fetched together, and the slowest is waited for before the next three. Seen when pages take different times.
import asyncio

from given import fetch


def show(fetched, broken):
    for url in sorted(fetched):
        print(url)
    for url in sorted(broken):
        print(f"broken: {url}")
    print(f"{len(fetched)} pages")


async def task(url):
    try:
        return url, await fetch(url)
    except LookupError:
        return url, None


async def main():
    seen = {"/"}
    todo = ["/"]
    fetched, broken = [], []
    while todo:
        batch, todo = todo[:3], todo[3:]
        for url, links in await asyncio.gather(*[task(url) for url in batch]):
            if links is None:
                broken.append(url)
                continue
            fetched.append(url)
            for link in links:
                if link not in seen:
                    seen.add(link)
                    todo.append(link)
    show(fetched, broken)


if __name__ == "__main__":
    asyncio.run(main())
