# line: 19
import asyncio


async def client(port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    answers = []
    for line in (b"tea\n", b"milk\n"):
        writer.write(line)
        await writer.drain()
        answers.append(await reader.readline())
    writer.close()
    return answers


async def serve(reader, writer):
    while line := await reader.readline():
        text = line.decode()
        writer.write(text.upper())
        await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    print(await client(server.sockets[0].getsockname()[1]))
    server.close()
