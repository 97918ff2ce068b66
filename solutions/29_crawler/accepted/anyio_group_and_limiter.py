"""anyio's task group and capacity limiter."""

import asyncio

import anyio
from given import fetch


def show(fetched, broken):
    for url in sorted(fetched):
        print(url)
    for url in sorted(broken):
        print(f"broken: {url}")
    print(f"{len(fetched)} pages")


async def task(url, tg, limiter, pages):
    async with limiter:
        try:
            pages[url] = await fetch(url)
        except LookupError:
            pages[url] = None
            return
    for link in pages[url]:
        if link not in pages:
            pages[link] = None
            tg.start_soon(task, link, tg, limiter, pages)


async def main():
    pages = {"/": None}
    async with anyio.create_task_group() as tg:
        tg.start_soon(task, "/", tg, anyio.CapacityLimiter(3), pages)
    fetched = [url for url, links in pages.items() if links is not None]
    show(fetched, set(pages) - set(fetched))


if __name__ == "__main__":
    asyncio.run(main())
