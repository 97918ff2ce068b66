# fails: test_prints_the_six_lines
# diagnosis: wrong-output
# task prints each answer too, besides sending it.
import asyncio

from given import clients


async def task(reader, writer):
    while line := await reader.readline():
        await asyncio.sleep(1)
        print(line.decode().strip().upper())
        writer.write(line.upper())
        await writer.drain()
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
