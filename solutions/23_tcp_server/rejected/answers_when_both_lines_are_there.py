# fails: test_task_answers_each_line
# diagnosis: stream-hang
# Two lines are read before the first is answered; the client sends its second line only after the first answer.
import asyncio

from given import clients


async def task(reader, writer):
    first = await reader.readline()
    second = await reader.readline()
    for line in (first, second):
        await asyncio.sleep(1)
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
