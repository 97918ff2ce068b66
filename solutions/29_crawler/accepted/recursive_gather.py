"""task gathers the tasks of its new links, after it has given its place back."""

import asyncio

from given import fetch

results = {}


async def task(url: str, limit: asyncio.Semaphore) -> None:
    results[url] = None
    async with limit:
        try:
            links = await fetch(url)
        except LookupError:
            results[url] = "broken"
            return
        results[url] = "fetched"
    new = []
    for link in links:
        if link not in results:
            results[link] = None
            new.append(task(link, limit))
    await asyncio.gather(*new)


async def main() -> None:
    results.clear()
    await task("/", asyncio.Semaphore(3))
    pages = [url for url, what in results.items() if what == "fetched"]
    for url in sorted(pages):
        print(url)
    for url in sorted(set(results) - set(pages)):
        print(f"broken: {url}")
    print(f"{len(pages)} pages")


if __name__ == "__main__":
    asyncio.run(main())
