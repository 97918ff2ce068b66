"""asyncio.wait for the first, again and again, with what is still pending."""

import asyncio


async def task(item: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{item} after {delay} s"


async def main() -> None:
    pending = {
        asyncio.create_task(task("tea", 3)),
        asyncio.create_task(task("coffee", 1)),
        asyncio.create_task(task("water", 2)),
    }
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        for ended in done:
            print(ended.result())


if __name__ == "__main__":
    asyncio.run(main())
