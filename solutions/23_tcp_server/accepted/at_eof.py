"""The loop asks at_eof() between its lines; an empty one is the end all the same."""

import asyncio
from given import clients

async def task(reader, writer):
    while not reader.at_eof():
        line = await reader.readline()
        if line == b"":
            break
        await asyncio.sleep(1)
        writer.write(line.upper())
    writer.close()

async def main():
    server = await asyncio.start_server(task, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    lines = await clients(port)
    for line in lines:
        print(line)
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
