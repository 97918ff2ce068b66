"""A class for the client; as_completed collects, and the names say the order."""

import asyncio

from given import quote_server

NAMES = ("tea", "coffee", "milk")


class Client:
    def __init__(self, port):
        self.port = port

    async def __aenter__(self):
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        return self

    async def __aexit__(self, *exc):
        self.writer.close()

    async def ask(self, name):
        self.writer.write(f"{name}\n".encode())
        return (await self.reader.readline()).decode().removesuffix("\n")


async def task(name, port):
    async with Client(port) as client:
        return await client.ask(name)


async def named(name, port):
    return name, await task(name, port)


async def main():
    async with quote_server() as port:
        answers = dict([await f for f in asyncio.as_completed([named(n, port) for n in NAMES])])
    for name in NAMES:
        print(answers[name])


if __name__ == "__main__":
    asyncio.run(main())
