# fails: test_never_blocks
# diagnosis: blocking-call
# accept() of a plain socket waits on the event loop's thread for clients that cannot run.
import asyncio
import socket

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
    sock = socket.socket()
    sock.bind(("127.0.0.1", 0))
    sock.listen()
    job = asyncio.create_task(clients(sock.getsockname()[1]))
    for _ in range(3):
        connection, address = sock.accept()
        reader, writer = await asyncio.open_connection(sock=connection)
        await task(reader, writer)
    for line in await job:
        print(line)
    sock.close()


if __name__ == "__main__":
    asyncio.run(main())
