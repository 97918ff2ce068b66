# A client of the program's own waits for news; they come when others connect.

import asyncio

readers = set()


async def serve(reader, writer):
    readers.add(writer)
    async for line in reader:
        for other in readers - {writer}:
            other.write(line)


async def listen():
    reader, writer = await asyncio.open_connection("127.0.0.1", 8105)
    async for line in reader:
        print(line)


async def main():
    async with await asyncio.start_server(serve, "127.0.0.1", 8105) as server:
        ear = asyncio.create_task(listen())
        await server.serve_forever()
        await ear


asyncio.run(main())
