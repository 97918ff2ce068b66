# fails: test_serves_all_at_the_same_time
# diagnosis: over-serialised
# A lock around the waiting: only one line of all clients is answered each second.
import asyncio

from given import clients

lock = asyncio.Lock()


async def task(reader, writer):
    try:
        while line := await reader.readline():
            async with lock:
                await asyncio.sleep(1)
                writer.write(line.upper())
                await writer.drain()
    finally:
        writer.close()


async def main() -> None:
    server = await asyncio.start_server(task, host="127.0.0.1", port=0)
    async with server:
        _host, port = server.sockets[0].getsockname()
        for line in await clients(port):
            print(line)


if __name__ == "__main__":
    asyncio.run(main())
