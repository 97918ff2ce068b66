import asyncio


class Counter:
    lines = 0

    async def handle(self, reader, writer):
        while True:
            line = await reader.readline()
            if line == b"":
                break
            self.lines += 1
        print("lines:", self.lines)
        writer.close()


async def main():
    counter = Counter()
    server = await asyncio.start_server(counter.handle, "127.0.0.1", 7000)
    _, writer = await asyncio.open_connection("127.0.0.1", 7000)
    writer.write(b"one\ntwo\n")
    writer.close()
    await asyncio.sleep(1)
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
