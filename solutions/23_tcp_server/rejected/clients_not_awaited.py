# fails: test_main_runs_the_clients
# diagnosis: never-awaited
# clients(port) without await cannot be looped over; TypeError.
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
    for line in clients(port):
        print(line)
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
