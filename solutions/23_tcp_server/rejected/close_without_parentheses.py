# fails: test_task_closes_when_the_client_does
# diagnosis: resource-not-closed
# `writer.close` names the method and does not call it.
import asyncio

from given import clients


async def task(reader, writer):
    while True:
        line = await reader.readline()
        if not line:
            writer.close
            return
        await asyncio.sleep(1)
        writer.write(line.upper())
        await writer.drain()


async def main() -> None:
    server = await asyncio.start_server(task, host="127.0.0.1", port=0)
    async with server:
        _host, port = server.sockets[0].getsockname()
        for line in await clients(port):
            print(line)


if __name__ == "__main__":
    asyncio.run(main())
