import asyncio


class Cache:
    def __init__(self):
        self.data = {}
        self.saving = []

    def put(self, key, value):
        self.data[key] = value
        self.saving.append(asyncio.create_task(self.save(key)))

    async def save(self, key):
        await asyncio.sleep(0.5)
        print("saved", key)


async def main():
    cache = Cache()
    for key in "ab":
        cache.put(key, 1)
    await asyncio.gather(*cache.saving)


if __name__ == "__main__":
    asyncio.run(main())
