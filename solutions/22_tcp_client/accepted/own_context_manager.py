"""An async context manager of the learner's own opens and closes the connection."""

import asyncio
from contextlib import asynccontextmanager

from given import quote_server


@asynccontextmanager
async def connection(port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        yield reader, writer
    finally:
        writer.close()
        await writer.wait_closed()


async def task(name, port):
    async with connection(port) as (reader, writer):
        writer.write(f"{name}\n".encode())
        await writer.drain()
        async for line in reader:
            return line.decode().rstrip()


async def main() -> None:
    async with quote_server() as port:
        answers = await asyncio.gather(task("tea", port), task("coffee", port), task("milk", port))
        for answer in answers:
            print(answer)


if __name__ == "__main__":
    asyncio.run(main())
