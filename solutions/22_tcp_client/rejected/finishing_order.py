# fails: test_prints_the_answers_in_order
# diagnosis: output-order
# as_completed prints coffee first.
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
        for f in asyncio.as_completed([task("tea", port), task("coffee", port), task("milk", port)]):
            print(await f)


if __name__ == "__main__":
    asyncio.run(main())
