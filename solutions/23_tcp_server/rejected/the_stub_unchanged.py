# fails: test_main_runs_the_clients
# diagnosis: unfinished-stub
# The stub as it was handed out; nothing is written yet.
"""A server that serves many clients at once."""

import asyncio

from given import clients


async def task(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer every line of one client with the line in upper case, 1 second after it came, until the client closes."""
    # TODO: read lines and answer them until there are no more, then close this side of the connection


async def main() -> None:
    """Start the server, run the clients against it, print each line that they return, close the server."""
    # TODO: start a server on 127.0.0.1 with port 0, find out its port, run clients(port), print, close


if __name__ == "__main__":
    asyncio.run(main())
