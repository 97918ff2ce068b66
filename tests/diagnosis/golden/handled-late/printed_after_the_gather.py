# Runners are announced when the last of them is in.
# line: 15
import asyncio


class Marathon:
    def __init__(self, runners):
        self.runners = runners

    async def run(self, name, hours):
        await asyncio.sleep(hours)
        return name

    async def race(self):
        arrivals = await asyncio.gather(*(self.run(n, h) for n, h in self.runners))
        for name in arrivals:
            print("here comes", name)


async def main():
    await Marathon([("Abebe", 2), ("Bob", 3), ("Cleo", 5)]).race()


if __name__ == "__main__":
    asyncio.run(main())
