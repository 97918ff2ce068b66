"""readuntil, which tells the end of the input by an exception."""

import asyncio
from contextlib import closing

from given import clients


async def task(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with closing(writer):
        while True:
            try:
                line = await reader.readuntil(b"\n")
            except asyncio.IncompleteReadError:
                return
            await asyncio.sleep(1)
            writer.write(line.upper())
            await writer.drain()


async def main() -> None:
    server = await asyncio.start_server(task, host="127.0.0.1", port=0)
    async with server:
        _host, port = server.sockets[0].getsockname()
        for line in await clients(port):
            print(line)


if __name__ == "__main__":
    asyncio.run(main())
