# line: 10
import asyncio

# the chat ends when somebody says bye


async def chat(reader, writer):
    message = ""
    while message != "bye":
        data = await reader.read(100)
        message = data.decode().strip()
        await asyncio.sleep(0.5)
        writer.write(f"you said {message}\n".encode())
    writer.close()


async def main():
    server = await asyncio.start_server(chat, "127.0.0.1", 7001)
    reader, writer = await asyncio.open_connection("127.0.0.1", 7001)
    writer.write(b"hello\n")
    print((await reader.readline()).decode().strip())
    writer.write_eof()
    await asyncio.sleep(3)
    print("closed" if reader.at_eof() else "still open")
    writer.close()
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
