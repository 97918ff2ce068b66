# fails: test_task_answers_each_line
# diagnosis: stream-hang
# read() waits until the client closes, and the client waits for its first answer.
import asyncio

from given import clients


async def task(reader, writer):
    data = await reader.read()
    for line in data.splitlines(keepends=True):
        await asyncio.sleep(1)
        writer.write(line.upper())
        await writer.drain()
    writer.close()


async def main() -> None:
    server = await asyncio.start_server(task, host="127.0.0.1", port=0)
    async with server:
        _host, port = server.sockets[0].getsockname()
        for line in await clients(port):
            print(line)


if __name__ == "__main__":
    asyncio.run(main())
