# fails: test_other_errors_go_out
# diagnosis: swallowed-exception
# return_exceptions=True, and nobody looks at the results: any other error is lost. Seen with another error.
import asyncio

from given import fetch


def show(fetched, broken):
    for url in sorted(fetched):
        print(url)
    for url in sorted(broken):
        print(f"broken: {url}")
    print(f"{len(fetched)} pages")


async def task(url, limit, seen, fetched, broken):
    async with limit:
        try:
            links = await fetch(url)
        except LookupError:
            broken.append(url)
            return
    fetched.append(url)
    new = [link for link in dict.fromkeys(links) if link not in seen]
    seen.update(new)
    await asyncio.gather(*[task(link, limit, seen, fetched, broken) for link in new], return_exceptions=True)


async def main():
    fetched, broken = [], []
    await task("/", asyncio.Semaphore(3), {"/"}, fetched, broken)
    show(fetched, broken)


if __name__ == "__main__":
    asyncio.run(main())
