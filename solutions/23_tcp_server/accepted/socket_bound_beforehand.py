"""The socket is bound to port 0 by hand and given to start_server; the handler is a lambda that calls task."""

import asyncio
import socket
import sys

from given import clients


async def task(reader, writer):
    while True:
        line = await reader.readline()
        if not line:
            break
        await asyncio.sleep(1)
        writer.write(line.upper())
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def main():
    sock = socket.create_server(("127.0.0.1", 0))
    port = sock.getsockname()[1]
    server = await asyncio.start_server(lambda r, w: task(r, w), sock=sock)
    try:
        for line in await clients(port):
            sys.stdout.write(line + "\n")
    finally:
        server.close()


if __name__ == "__main__":
    asyncio.run(main())
