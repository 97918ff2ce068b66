# The constructor starts a background task and keeps nothing of it; a collection takes it away.
# line: 11

import asyncio
import gc


class Radio:
    def __init__(self):
        self.news = 0
        asyncio.ensure_future(self.receive())

    async def receive(self):
        signal = asyncio.get_running_loop().create_future()
        await signal
        self.news += 1


async def main():
    radio = Radio()
    await asyncio.sleep(1)
    gc.collect()
    print("news:", radio.news)


if __name__ == "__main__":
    asyncio.run(main())
