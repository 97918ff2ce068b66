"""async for gives the lines of a stream and ends with it; the server is left by async with."""

import asyncio

from given import clients


async def task(reader, writer):
    try:
        async for line in reader:
            await asyncio.sleep(1)
            text = line.decode().rstrip("\n")
            writer.write(f"{text.upper()}\n".encode())
            await writer.drain()
    finally:
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
