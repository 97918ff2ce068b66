# fails: test_serves_all_at_the_same_time
# diagnosis: over-serialised
# A lock around the whole conversation: the second client is served when the first has gone.
import asyncio

from given import clients

lock = asyncio.Lock()


async def task(reader, writer):
    async with lock:
        while line := await reader.readline():
            await asyncio.sleep(1)
            writer.write(line.upper())
            await writer.drain()
        writer.close()


async def main():
    server = await asyncio.start_server(task, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    lines = await clients(port)
    for line in lines:
        print(line)
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
