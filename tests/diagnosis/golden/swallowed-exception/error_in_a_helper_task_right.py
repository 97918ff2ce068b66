import asyncio


class Aquarium:
    def __init__(self):
        self.temperature = 24
        self.fish = {"nemo": 3}

    async def watch(self):
        while True:
            await asyncio.sleep(1)
            print("fish:", self.fish["nemo"])

    async def feed(self):
        for _ in range(3):
            await asyncio.sleep(2)
            print("fed")


async def main():
    aquarium = Aquarium()
    watcher = asyncio.create_task(aquarium.watch())
    await aquarium.feed()
    watcher.cancel()
    await asyncio.wait([watcher])


if __name__ == "__main__":
    asyncio.run(main())
