# A handler gives a stream text, which takes bytes.
# line: 9

import asyncio


async def serve(reader, writer):
    name = (await reader.readline()).decode().strip()
    writer.write("hi " + name + "\n")
    await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 7777)
    r, w = await asyncio.open_connection("127.0.0.1", 7777)
    w.write(b"zoe\n")
    await w.drain()
    print(await r.readline())
    w.close()
    server.close()


asyncio.run(main())
