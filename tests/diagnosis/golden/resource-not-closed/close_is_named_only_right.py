import asyncio


async def handle(reader, writer):
    data = await reader.readline()
    writer.write(data[::-1].strip() + b"\n")
    await writer.drain()
    writer.close()


class Client:
    def __init__(self, port):
        self.port = port

    async def ask(self, word):
        self.reader, self.writer = await asyncio.open_connection("localhost", self.port)
        self.writer.write(word.encode() + b"\n")
        answer = await self.reader.readline()
        self.writer.close()
        return answer.decode().strip()


async def main():
    server = await asyncio.start_server(handle, "localhost", 8080)
    async with server:
        client = Client(8080)
        print(await client.ask("stressed"))
        print(await client.ask("drawer"))


if __name__ == "__main__":
    asyncio.run(main())
