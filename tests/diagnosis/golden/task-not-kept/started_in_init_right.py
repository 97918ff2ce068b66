import asyncio
import gc


class Radio:
    def __init__(self):
        self.news = 0
        self.receiver = asyncio.ensure_future(self.receive())

    async def receive(self):
        signal = asyncio.get_running_loop().create_future()
        await signal
        self.news += 1

    async def close(self):
        self.receiver.cancel()
        await asyncio.wait([self.receiver])


async def main():
    radio = Radio()
    await asyncio.sleep(1)
    gc.collect()
    print("news:", radio.news)
    await radio.close()


if __name__ == "__main__":
    asyncio.run(main())
