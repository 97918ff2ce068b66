# fails: test_main_calls_task
# diagnosis: unfinished-stub
# The stub as it was handed out; nothing is written yet.
"""Ask a server three questions at once."""

import asyncio

from given import quote_server


async def task(name: str, port: int) -> str:
    """Ask the server on 127.0.0.1 for the price of `name`, and return its answer without the newline."""
    # TODO: connect, send the name and a newline, read the answer, close the connection, return the answer


async def main() -> None:
    """Ask for tea, coffee and milk at the same time, and print the answers in that order."""
    # TODO: open the server with `async with quote_server() as port:`, run task for all three names, print the answers


if __name__ == "__main__":
    asyncio.run(main())
