"""main keeps a set of at most three tasks; whenever one ends, its links are looked at and the next begin."""

import asyncio

import given


async def task(url: str) -> list[str]:
    return await given.fetch(url)


async def main() -> None:
    known, waiting = {"/"}, ["/"]
    running: dict[asyncio.Task, str] = {}
    pages, broken = [], []
    while waiting or running:
        while waiting and len(running) < 3:
            url = waiting.pop(0)
            running[asyncio.create_task(task(url))] = url
        done, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
        for t in done:
            url = running.pop(t)
            try:
                links = t.result()
            except LookupError:
                broken.append(url)
                continue
            pages.append(url)
            for link in links:
                if link not in known:
                    known.add(link)
                    waiting.append(link)
    print("\n".join(sorted(pages)))
    for url in sorted(broken):
        print("broken:", url)
    print(len(pages), "pages")


if __name__ == "__main__":
    asyncio.run(main())
