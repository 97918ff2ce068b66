# Whether the end has come is asked before a read that waits, and never after it.
# line: 8
import asyncio


async def echo(reader, writer):
    while not reader.at_eof():
        line = await reader.readline()
        await asyncio.sleep(1)
        print("echo", line.decode().strip())
        writer.write(line)
    writer.close()


async def main():
    server = await asyncio.start_server(echo, "127.0.0.1", 7008)
    async with server:
        reader, writer = await asyncio.open_connection("127.0.0.1", 7008)
        writer.write(b"hill\n")
        print(await reader.readline())
        writer.close()
        await writer.wait_closed()
        await asyncio.sleep(3)


asyncio.run(main())
