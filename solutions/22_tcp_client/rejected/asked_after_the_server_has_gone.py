# fails: test_asks_all_at_the_same_time
# diagnosis: unhandled-error
# The gather stands outside the block: the server is closed before anybody connects; ConnectionRefusedError.
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
        tasks = [asyncio.create_task(task(n, port)) for n in ("tea", "coffee", "milk")]
    answers = await asyncio.gather(*tasks)
    for a in answers:
        print(a)


if __name__ == "__main__":
    asyncio.run(main())
