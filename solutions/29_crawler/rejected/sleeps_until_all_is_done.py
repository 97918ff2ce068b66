# fails: test_fetches_every_page_once
# diagnosis: sleep-instead-of-await
# main sleeps as long as this site takes and a little more; it ends late, and with slower pages too early.
import asyncio

from given import fetch


def show(fetched, broken):
    for url in sorted(fetched):
        print(url)
    for url in sorted(broken):
        print(f"broken: {url}")
    print(f"{len(fetched)} pages")

tasks = []


async def task(url, limit, seen, fetched, broken):
    async with limit:
        try:
            links = await fetch(url)
        except LookupError:
            broken.append(url)
            return
    fetched.append(url)
    for link in links:
        if link not in seen:
            seen.add(link)
            tasks.append(asyncio.create_task(task(link, limit, seen, fetched, broken)))


async def main():
    fetched, broken = [], []
    tasks.append(asyncio.create_task(task("/", asyncio.Semaphore(3), {"/"}, fetched, broken)))
    await asyncio.sleep(4.5)
    show(fetched, broken)


if __name__ == "__main__":
    asyncio.run(main())
