"""A crawler: every page of a site, each once, three at a time."""

import asyncio
from dataclasses import dataclass, field

from given import fetch


@dataclass
class Crawl:
    """What the tasks of one crawl share."""

    group: asyncio.TaskGroup
    limit: asyncio.Semaphore
    known: set[str] = field(default_factory=set)
    fetched: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def begin(self, url: str) -> None:
        # Looked up and noted without an await between: no other task can come in and begin the same page.
        if url not in self.known:
            self.known.add(url)
            self.group.create_task(task(url, self))


async def task(url: str, crawl: Crawl) -> None:
    """Fetch one page, and begin with each of its links."""
    try:
        # The limit is held for the fetch alone. A task that waited here for its links would keep their places taken.
        async with crawl.limit:
            links = await fetch(url)
    except LookupError:
        crawl.broken.append(url)
        return
    crawl.fetched.append(url)
    for link in links:
        crawl.begin(link)


async def main() -> None:
    """Crawl the site from "/", then print the pages fetched, the broken ones, and how many were fetched."""
    # Every task starts the next ones in the same group before it ends, so the group ends when the last page is done.
    async with asyncio.TaskGroup() as group:
        crawl = Crawl(group, asyncio.Semaphore(3))
        crawl.begin("/")
    for url in sorted(crawl.fetched):
        print(url)
    for url in sorted(crawl.broken):
        print(f"broken: {url}")
    print(f"{len(crawl.fetched)} pages")


if __name__ == "__main__":
    asyncio.run(main())
