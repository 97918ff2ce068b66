# fails: test_serves_all_at_the_same_time
# diagnosis: unhandled-error
# The block of the server is left before the clients connect; ConnectionRefusedError.
import asyncio

from given import clients


async def task(reader, writer):
    while True:
        line = await reader.readline()
        if not line:
            break
        await asyncio.sleep(1)
        writer.write(line.upper())
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def main():
    async with await asyncio.start_server(task, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
    for line in await clients(port):
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
