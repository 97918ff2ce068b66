# main sleeps a while at its end, so that what runs in the background may finish.
# line: 23
import asyncio


class Cache:
    def __init__(self):
        self.data = {}

    def put(self, key, value):
        self.data[key] = value
        asyncio.create_task(self.save(key))

    async def save(self, key):
        await asyncio.sleep(0.5)
        print("saved", key)


async def main():
    cache = Cache()
    for key in "ab":
        cache.put(key, 1)
    await asyncio.sleep(1)


if __name__ == "__main__":
    asyncio.run(main())
