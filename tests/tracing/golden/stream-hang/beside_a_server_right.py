import asyncio


async def serve(reader, writer):
    order = await reader.readline()
    writer.write(b"%d seeds\n" % len(order))
    writer.close()


async def main():
    async with await asyncio.start_server(serve, "127.0.0.1", 8102):
        reader, writer = await asyncio.open_connection("127.0.0.1", 8102)
        writer.write(b"beans\n")
        print(await reader.read(100))
        writer.close()


asyncio.run(main())
