# fails: test_task_asks_and_returns_the_answer
# diagnosis: wrong-output
# A hundred bytes at most are read, of whatever has come: an answer that comes in two pieces is half an answer.

import asyncio
from given import quote_server

async def task(name, port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"{name}\n".encode())
    await writer.drain()
    data = await reader.read(100)
    writer.close()
    await writer.wait_closed()
    return data.decode().rstrip()

async def main():
    async with quote_server() as port:
        for answer in await asyncio.gather(task("tea", port), task("coffee", port), task("milk", port)):
            print(answer)

if __name__ == "__main__":
    asyncio.run(main())
