# As the file came: each function raises NotImplementedError.
# line: 7

import asyncio


async def fetch(page: int) -> str:
    """Return the text of a page after a second."""
    raise NotImplementedError


async def main() -> None:
    """Fetch the pages 1 and 2 and print them."""
    raise NotImplementedError("to do")


if __name__ == "__main__":
    asyncio.run(main())
