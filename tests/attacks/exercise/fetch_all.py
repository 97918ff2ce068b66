"""All payloads, fetched at the same time."""

import asyncio

from given import fetch


async def fetch_all(fetch, ids: list[int]) -> list[int]:
    """Call `fetch` for every id at the same time, and return the payloads in the order of the ids."""
    # TODO


async def main() -> None:
    """Print the payloads of 1 to 5."""
    print(await fetch_all(fetch, [1, 2, 3, 4, 5]))


if __name__ == "__main__":
    asyncio.run(main())
