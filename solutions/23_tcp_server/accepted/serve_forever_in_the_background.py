"""serve_forever runs as a task beside the clients and is cancelled afterwards."""

import asyncio

import given


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
    server = await asyncio.start_server(task, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    serving = asyncio.create_task(server.serve_forever())
    try:
        print(*await given.clients(port), sep="\n")
    finally:
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)


if __name__ == "__main__":
    asyncio.run(main())
