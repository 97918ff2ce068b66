# fails: test_task_answers_each_line
# diagnosis: wrong-output
# Whatever has come is taken for a line: one that comes in two pieces is answered in two.

import asyncio
from given import clients

async def task(reader, writer):
    while data := await reader.read(1024):
        await asyncio.sleep(1)
        writer.write(data.upper())
    writer.close()

async def main():
    server = await asyncio.start_server(task, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    for line in await clients(port):
        print(line)
    server.close()
    await server.wait_closed()

if __name__ == "__main__":
    asyncio.run(main())
