# fails: test_asks_for_any_free_port
# diagnosis: wrong-output
# Port 8888, as in the documentation's example: on another day it is taken. Seen by the port that is asked for.
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
    server = await asyncio.start_server(task, "127.0.0.1", 8888)
    async with server:
        for line in await clients(8888):
            print(line)


if __name__ == "__main__":
    asyncio.run(main())
