# fails: test_main_calls_task
# diagnosis: never-awaited
# main calls task like a plain function and prints coroutine objects.
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
        print(task("tea", port))
        print(task("coffee", port))
        print(task("milk", port))


if __name__ == "__main__":
    asyncio.run(main())
