"""A server that answers questions about prices: read it, import it, leave it as it is."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

PRICES = {"tea": 3, "coffee": 4, "milk": 2}
SECONDS = {"tea": 2, "coffee": 1, "milk": 3}


async def answer_questions(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer every line NAME with a line "NAME costs PRICE", until the client closes."""
    try:
        while (line := await reader.readline()).endswith(b"\n"):
            name = line.decode().strip()
            await asyncio.sleep(SECONDS.get(name, 2))
            writer.write(f"{name} costs {PRICES.get(name, 5)}\n".encode())
            await writer.drain()
    finally:
        writer.close()


@asynccontextmanager
async def quote_server() -> AsyncIterator[int]:
    """Yield the port of a server on 127.0.0.1; on leaving, drop the connections that are still open."""
    connections = set()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # A task of its own, so that the server can break it off without the stream complaining about it.
        connection = asyncio.create_task(answer_questions(reader, writer))
        connections.add(connection)
        await asyncio.wait([connection])

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for connection in connections:
            connection.cancel()
        await asyncio.gather(*connections, return_exceptions=True)
