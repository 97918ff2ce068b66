"""A server that serves many clients at once."""

import asyncio

from given import clients


async def task(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer every line of one client with the line in upper case, 1 second after it came, until the client closes."""
    try:
        # At the end of the input `readline` gives empty bytes at once, again and again: that is the sign to stop.
        while line := await reader.readline():
            await asyncio.sleep(1)
            # Bytes come and bytes go back; the newline that came with the line goes back with it.
            writer.write(line.upper())
            await writer.drain()
    finally:
        # The client has closed its side; only when this side is closed too is the connection gone.
        writer.close()


async def main() -> None:
    """Start the server, run the clients against it, print each line that they return, close the server."""
    # The server runs `task` as a task of its own for every client, so no client waits for another.
    server = await asyncio.start_server(task, "127.0.0.1", 0)
    try:
        # Port 0 asked for any free port; the server's socket knows which one it is.
        port = server.sockets[0].getsockname()[1]
        for line in await clients(port):
            print(line)
    finally:
        server.close()


if __name__ == "__main__":
    asyncio.run(main())
