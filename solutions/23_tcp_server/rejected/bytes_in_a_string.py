# fails: test_task_answers_each_line
# diagnosis: wrong-output
# str() of bytes gives their representation, with b and quotes, in place of decoding them.
import asyncio

from given import clients


async def task(reader, writer):
    while line := await reader.readline():
        await asyncio.sleep(1)
        writer.write((str(line.strip()).upper() + "\n").encode())
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
