"""A class for the server; task hands over to its method."""

import asyncio

from given import clients


class ShoutingServer:
    def __init__(self):
        self.server = None

    async def __aenter__(self):
        self.server = await asyncio.start_server(task, "127.0.0.1", 0)
        return self

    async def __aexit__(self, *exc_info):
        self.server.close()
        await self.server.wait_closed()

    @property
    def port(self):
        return self.server.sockets[0].getsockname()[1]

    @staticmethod
    async def serve(reader, writer):
        try:
            while data := await reader.readline():
                await asyncio.sleep(1)
                writer.write(data.decode("ascii").upper().encode("ascii"))
                await writer.drain()
        finally:
            writer.close()


async def task(reader, writer):
    await ShoutingServer.serve(reader, writer)


async def main():
    async with ShoutingServer() as server:
        for line in await clients(server.port):
            print(line)


if __name__ == "__main__":
    asyncio.run(main())
