# A client opens a connection and forgets it.
# line: 8
import asyncio


class Client:
    async def connect(self, port):
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", port)

    async def ask(self, text):
        self.writer.write(text.encode() + b"\n")
        return (await self.reader.readline()).decode().strip()


async def answer(reader, writer):
    line = await reader.readline()
    writer.write(line.upper())
    await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(answer, "127.0.0.1", 4444)
    client = Client()
    await client.connect(4444)
    print(await client.ask("hey"))
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
