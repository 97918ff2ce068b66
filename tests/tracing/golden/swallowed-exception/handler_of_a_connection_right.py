import asyncio

minutes = {"roses": 3}


async def answer(reader, writer):
    plant = (await reader.readline()).decode().strip()
    writer.write(f"{plant}: {minutes[plant]}\n".encode())
    writer.close()


async def main():
    server = await asyncio.start_server(answer, "127.0.0.1", 8100)
    async with server:
        reader, writer = await asyncio.open_connection("127.0.0.1", 8100)
        writer.write(b"roses\n")
        print(await reader.readline())
        writer.close()
        await server.serve_forever()


asyncio.run(main())
