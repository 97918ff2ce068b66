# fails: test_three_as_long_as_one_waits
# diagnosis: sequential-awaits
# One page after the other, in a loop.
import asyncio

from given import fetch


def show(fetched, broken):
    for url in sorted(fetched):
        print(url)
    for url in sorted(broken):
        print(f"broken: {url}")
    print(f"{len(fetched)} pages")


async def task(url):
    return await fetch(url)


async def main():
    seen = {"/"}
    todo = ["/"]
    fetched, broken = [], []
    while todo:
        url = todo.pop(0)
        try:
            links = await task(url)
        except LookupError:
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
