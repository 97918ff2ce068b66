# fails: test_three_as_long_as_one_waits
# diagnosis: sequential-awaits
# task awaits the links of its page one by one.
import asyncio

from given import fetch


def show(fetched, broken):
    for url in sorted(fetched):
        print(url)
    for url in sorted(broken):
        print(f"broken: {url}")
    print(f"{len(fetched)} pages")


async def task(url, seen, fetched, broken):
    try:
        links = await fetch(url)
    except LookupError:
        broken.append(url)
        return
    fetched.append(url)
    for link in links:
        if link not in seen:
            seen.add(link)
            await task(link, seen, fetched, broken)


async def main():
    fetched, broken = [], []
    await task("/", {"/"}, fetched, broken)
    show(fetched, broken)


if __name__ == "__main__":
    asyncio.run(main())
