# fails: test_task_answers_each_line
# diagnosis: stream-hang
# strip() takes the newline away and the answer goes out without one; the client waits for the end of the line.
import asyncio

from given import clients


async def task(reader, writer):
    while line := await reader.readline():
        text = line.decode().strip()
        await asyncio.sleep(1)
        writer.write(text.upper().encode())
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
