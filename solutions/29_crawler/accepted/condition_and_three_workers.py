"""Three workers wait on a condition until there is a page, or nothing is left and nobody is busy."""

import asyncio

from given import fetch


def show(fetched, broken):
    for url in sorted(fetched):
        print(url)
    for url in sorted(broken):
        print(f"broken: {url}")
    print(f"{len(fetched)} pages")


async def task(url, known, todo, fetched, broken):
    try:
        links = await fetch(url)
    except LookupError:
        broken.append(url)
        return
    fetched.append(url)
    for link in links:
        if link not in known:
            known.add(link)
            todo.append(link)


async def main():
    known, todo, fetched, broken = {"/"}, ["/"], [], []
    busy = 0
    changed = asyncio.Condition()

    async def worker():
        nonlocal busy
        while True:
            async with changed:
                await changed.wait_for(lambda: todo or not busy)
                if not todo:
                    return
                url = todo.pop()
                busy += 1
            try:
                await task(url, known, todo, fetched, broken)
            finally:
                busy -= 1
                async with changed:
                    changed.notify_all()

    async with asyncio.TaskGroup() as group:
        for _ in range(3):
            group.create_task(worker())
    show(fetched, broken)


if __name__ == "__main__":
    asyncio.run(main())
