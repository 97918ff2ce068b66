import asyncio


async def tell_time(reader, writer):
    writer.write(b"12:30:00")
    await writer.drain()
    await reader.read(1)   # waits until the client has said that it is done
    writer.close()


async def ask_time():
    reader, writer = await asyncio.open_connection("localhost", 1300)
    text = await reader.readexactly(8)
    print("it is", text.decode())
    writer.write(b"!")
    writer.close()


async def main():
    server = await asyncio.start_server(tell_time, "localhost", 1300)
    await ask_time()
    server.close()


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
