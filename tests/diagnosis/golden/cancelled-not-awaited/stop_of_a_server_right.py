import asyncio


class Server:
    def __init__(self):
        self.task = None

    def start(self):
        self.task = asyncio.create_task(self.serve())

    async def serve(self):
        try:
            while True:
                await asyncio.sleep(1)
                print("served")
        finally:
            print("port closed")

    async def stop(self):
        self.task.cancel()
        await asyncio.wait([self.task])
        print("server stopped")


async def main():
    server = Server()
    server.start()
    await asyncio.sleep(2.5)
    await server.stop()
    await asyncio.sleep(1)


if __name__ == "__main__":
    asyncio.run(main())
