# fails: test_main_runs_the_clients
# diagnosis: sequential-awaits
# serve_forever never ends, so the clients behind it are never run.
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
    server = await asyncio.start_server(task, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        await server.serve_forever()
    for line in await clients(port):
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
