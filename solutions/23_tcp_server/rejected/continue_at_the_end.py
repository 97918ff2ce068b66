# fails: test_task_answers_each_line
# diagnosis: eof-ignored
# `continue` in place of `break`: at the end of the input readline is ready at once, and the loop never lets go.
import asyncio

from given import clients


async def task(reader, writer):
    while True:
        line = await reader.readline()
        if not line:
            continue
        await asyncio.sleep(1)
        writer.write(line.upper())
        await writer.drain()


async def main():
    server = await asyncio.start_server(task, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    lines = await clients(port)
    for line in lines:
        print(line)
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
