# fails: test_task_closes_when_the_client_does
# diagnosis: eof-ignored
# b"" is never equal to "", so the end of the input is not noticed.
import asyncio

from given import clients


async def task(reader, writer):
    while True:
        line = await reader.readline()
        if line == "":
            break
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
