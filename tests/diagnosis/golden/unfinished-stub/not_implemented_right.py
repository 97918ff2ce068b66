import asyncio


async def fetch(page: int) -> str:
    """Return the text of a page after a second."""
    await asyncio.sleep(1)
    return f"page {page}"


async def main() -> None:
    """Fetch the pages 1 and 2 and print them."""
    for text in await asyncio.gather(fetch(1), fetch(2)):
        print(text)


if __name__ == "__main__":
    asyncio.run(main())
