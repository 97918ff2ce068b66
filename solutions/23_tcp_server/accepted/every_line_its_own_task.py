"""Each line is answered by a task of its own, a second after it came, also when two lines come at once."""

import asyncio

from given import clients


async def task(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    async def answer(line: bytes) -> None:
        await asyncio.sleep(1)
        writer.write(line.upper())
        await writer.drain()

    async with asyncio.TaskGroup() as answers:
        while line := await reader.readline():
            answers.create_task(answer(line))
    writer.close()
    await writer.wait_closed()


async def main() -> None:
    server = await asyncio.start_server(task, host="127.0.0.1", port=0)
    async with server:
        _host, port = server.sockets[0].getsockname()
        for line in await clients(port):
            print(line)


if __name__ == "__main__":
    asyncio.run(main())
