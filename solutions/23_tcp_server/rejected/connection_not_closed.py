# fails: test_task_closes_when_the_client_does
# diagnosis: resource-not-closed
# The server never closes its side: the clients wait a second for it, and the connection stays open.
import asyncio

from given import clients


async def task(reader, writer):
    while line := await reader.readline():
        await asyncio.sleep(1)
        writer.write(line.upper())
        await writer.drain()


async def main():
    server = await asyncio.start_server(task, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    lines = await clients(port)
    for line in lines:
        print(line)
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
