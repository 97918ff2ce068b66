# fails: test_serves_all_at_the_same_time
# diagnosis: never-awaited
# The handler is a plain def that calls task and drops the coroutine; nobody is ever served.
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


def on_client(reader, writer):
    task(reader, writer)


async def main():
    server = await asyncio.start_server(on_client, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    for line in await clients(port):
        print(line)
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
