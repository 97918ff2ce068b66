# Reads to the end of a connection that the other side keeps open.
# line: 20
import asyncio

PORT = 8_000


async def shout(reader, writer):
    while data := await reader.readline():
        await asyncio.sleep(1)
        writer.write(data.upper())
        await writer.drain()
    writer.close()


class Client:
    async def ask(self, text):
        reader, writer = await asyncio.open_connection("localhost", PORT)
        writer.write(text.encode() + b"\n")
        answer = await reader.read()
        writer.close()
        return answer.decode()


async def main():
    server = await asyncio.start_server(shout, "localhost", PORT)
    async with server:
        print(await Client().ask("hello"))


if __name__ == "__main__":
    asyncio.run(main())
