# line: 18
import asyncio


async def handle(reader, writer):
    data = await reader.readline()
    writer.write(data[::-1].strip() + b"\n")
    await writer.drain()
    writer.close()


async def reverse(port, word):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"{word}\n".encode())
    answer = await reader.readline()
    return answer.decode().strip()
    # never forget to close!
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        words = await asyncio.gather(reverse(port, "live"), reverse(port, "star"))
        print(*words)


if __name__ == "__main__":
    asyncio.run(main())
