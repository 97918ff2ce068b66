import asyncio

desks = []


async def handle(reader, writer):
    desk = Desk(reader, writer)
    desks.append(desk)
    await desk.answer()
    writer.close()


class Desk:
    def __init__(self, reader, writer):
        self.reader, self.writer = reader, writer

    async def answer(self):
        self.writer.write(await self.reader.readline())


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8101)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8101)
    writer.write(b"seeds\n")
    print(await asyncio.wait_for(reader.readline(), 4))
    writer.close()
    server.close()


asyncio.run(main())
