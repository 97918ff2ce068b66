"""A plain def as the handler, which makes a task for each client and keeps it; main awaits them all at the end."""

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
    served = []

    def connected(reader, writer):
        served.append(asyncio.create_task(task(reader, writer)))

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    lines = await clients(server.sockets[0].getsockname()[1])
    server.close()
    await asyncio.gather(*served)
    for line in lines:
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
