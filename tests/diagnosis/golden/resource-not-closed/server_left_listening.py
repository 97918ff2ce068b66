# line: 20
import asyncio


async def handle(reader, writer):
    data = await reader.readline()
    writer.write(data[::-1].strip() + b"\n")
    await writer.drain()
    writer.close()


async def reverse(port, word):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(word.encode() + b"\n")
    print((await reader.readline()).decode().strip())
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 9000)
    print("serving")
    await reverse(9000, "evil")
    print("done")


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    loop.run_until_complete(main())
