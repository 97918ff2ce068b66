# Clients of a program's own read in turns: each gets what it waits for.

import asyncio


async def serve(reader, writer):
    writer.write(await reader.readline())
    writer.close()


async def ask(text):
    reader, writer = await asyncio.open_connection("127.0.0.1", 8106)
    writer.write(text)
    print(await reader.read())
    writer.close()


async def main():
    async with await asyncio.start_server(serve, "127.0.0.1", 8106):
        await asyncio.gather(ask(b"beans\n"), ask(b"peas\n"))


asyncio.run(main())
