import asyncio


class Marathon:
    def __init__(self, runners):
        self.runners = runners

    async def run(self, name, hours):
        await asyncio.sleep(hours)
        return name

    async def race(self):
        for arrival in asyncio.as_completed([self.run(n, h) for n, h in self.runners]):
            print("here comes", await arrival)


async def main():
    await Marathon([("Abebe", 2), ("Bob", 3), ("Cleo", 5)]).race()


if __name__ == "__main__":
    asyncio.run(main())
