# fails: test_asks_all_at_the_same_time
# diagnosis: sequential-awaits
# Each name is asked for when the one before has its answer: 6 seconds in place of 3.
import asyncio

from given import quote_server


async def task(name, port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write((name + "\n").encode())
    await writer.drain()
    line = await reader.readline()
    writer.close()
    await writer.wait_closed()
    return line.decode().strip()


async def main():
    async with quote_server() as port:
        for name in ["tea", "coffee", "milk"]:
            print(await task(name, port))


if __name__ == "__main__":
    asyncio.run(main())
