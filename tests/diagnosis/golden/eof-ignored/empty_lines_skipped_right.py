import asyncio

total = 0


async def add_up(reader, writer):
    global total
    while True:
        line = await reader.readline()
        if not line:
            break
        if line.strip():
            total = total + int(line)
    writer.close()


async def send(numbers):
    reader, writer = await asyncio.open_connection("127.0.0.1", 7002)
    for n in numbers:
        writer.write(b"%d\n" % n)
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(add_up, "127.0.0.1", 7002)
    await send([1, 2, 3])
    await asyncio.sleep(1)
    print("total", total)
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
