"""A class with an event for the end and a counter of open pages; the first unexpected error is kept and raised."""

import asyncio
import sys

from given import fetch


class Crawler:
    def __init__(self, at_once):
        self.limit = asyncio.Semaphore(at_once)
        self.links = {}
        self.broken = set()
        self.known = set()
        self.tasks = set()
        self.idle = asyncio.Event()
        self.error = None

    def add(self, url):
        if url in self.known:
            return
        self.known.add(url)
        t = asyncio.create_task(task(url, self))
        self.tasks.add(t)
        t.add_done_callback(self.ended)

    def ended(self, t):
        self.tasks.discard(t)
        if not t.cancelled() and t.exception() is not None:
            self.error = self.error or t.exception()
            for other in self.tasks:
                other.cancel()
        if not self.tasks:
            self.idle.set()

    async def crawl(self, url):
        self.add(url)
        await self.idle.wait()
        if self.error:
            raise self.error


async def task(url, crawler):
    try:
        async with crawler.limit:
            links = crawler.links[url] = await fetch(url)
    except LookupError:
        crawler.broken.add(url)
    else:
        for link in links:
            crawler.add(link)


async def main():
    crawler = Crawler(3)
    await crawler.crawl("/")
    lines = sorted(crawler.links)
    lines += [f"broken: {url}" for url in sorted(crawler.broken)]
    lines.append(f"{len(crawler.links)} pages")
    sys.stdout.write("".join(line + "\n" for line in lines))


if __name__ == "__main__":
    asyncio.run(main())
