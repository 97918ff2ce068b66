# line: 15
import asyncio


class Config:
    def __init__(self):
        # load it once, use it often
        self.loading = self.load()

    async def load(self):
        await asyncio.sleep(1)
        return {"port": 80}

    async def get(self, key):
        values = await self.loading
        return values[key]


async def main():
    config = Config()
    print(await config.get("port"))
    print(await config.get("port") + 8000)


if __name__ == "__main__":
    asyncio.run(main())
