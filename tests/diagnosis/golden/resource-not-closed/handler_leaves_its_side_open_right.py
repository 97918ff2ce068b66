import asyncio

clients = []


async def tell_time(reader, writer):
    clients.append(writer)
    print("asked for", await reader.readline())
    writer.write(b"noon\n")
    await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(tell_time, "127.0.0.1", 1300)
    reader, writer = await asyncio.open_connection("127.0.0.1", 1300)
    writer.write(b"time\n")
    try:
        async with asyncio.timeout(5):
            print(await reader.read())
    except TimeoutError:
        print("no end in sight")
    writer.close()
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
