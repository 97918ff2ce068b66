import asyncio


async def clock(reader, writer):
    writer.write(b"noon\n")
    await writer.drain()
    writer.close()


async def ask(name):
    reader, writer = await asyncio.open_connection("127.0.0.1", 7007)
    print(name, (await reader.readline()).decode().strip())
    writer.close()


async def main():
    server = await asyncio.start_server(clock, "127.0.0.1", 7007)
    async with server:
        questions = [ask("Ann"), ask("Ben")]
        await asyncio.gather(*questions)


asyncio.run(main())
