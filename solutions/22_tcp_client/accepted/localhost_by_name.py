"""The server is called localhost, which is another name of 127.0.0.1; the tasks are waited for by asyncio.wait."""

import asyncio

from given import quote_server


async def task(name, port):
    reader, writer = await asyncio.open_connection("localhost", port)
    try:
        writer.write(bytes(f"{name}\n", "ascii"))
        await writer.drain()
        return str(await reader.readline(), "ascii").strip()
    finally:
        writer.close()


async def main():
    async with quote_server() as port:
        tasks = [asyncio.create_task(task(name, port)) for name in ("tea", "coffee", "milk")]
        await asyncio.wait(tasks)
    for t in tasks:
        print(t.result())


if __name__ == "__main__":
    asyncio.run(main())
