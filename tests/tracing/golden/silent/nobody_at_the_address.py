# No network, no answer: the program is no worse for that.

import asyncio


async def main():
    reader, writer = await asyncio.open_connection("127.0.0.1", 8104)
    writer.write(b"beans?\n")
    print(await reader.readline())


asyncio.run(main())
