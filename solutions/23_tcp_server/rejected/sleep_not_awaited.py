# fails: test_task_answers_each_line
# diagnosis: never-awaited
# asyncio.sleep(1) without await does not wait; the answers come at once.
import asyncio

from given import clients


async def task(reader, writer):
    while line := await reader.readline():
        asyncio.sleep(1)
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
