import asyncio


class Chat:
    def __init__(self):
        self.messages = []

    async def talk(self, reader, writer):
        while True:
            line = await reader.readline()
            if not line:
                break
            text = line.decode().strip()
            self.messages.append(text)
            writer.write(b"ok\n")
        writer.close()


async def main():
    chat = Chat()
    server = await asyncio.start_server(chat.talk, "127.0.0.1", 5000)
    reader, writer = await asyncio.open_connection("127.0.0.1", 5000)
    writer.write(b"hi\n")
    print(await reader.readline())
    writer.close()
    await writer.wait_closed()
    await asyncio.sleep(1)
    print(chat.messages)
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
