# fails: test_task_closes_when_the_client_does
# diagnosis: eof-ignored
# The loop ends when a client says quit, as in a tutorial; these clients close without a word.
import asyncio

from given import clients


async def task(reader, writer):
    message = None
    while message != "quit":
        line = await reader.readline()
        message = line.decode().strip()
        await asyncio.sleep(1)
        writer.write(f"{message.upper()}\n".encode())
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
