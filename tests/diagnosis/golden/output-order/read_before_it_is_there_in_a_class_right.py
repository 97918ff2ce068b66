import asyncio


class Weather:
    def __init__(self):
        self.found = []

    async def ask(self, town):
        await asyncio.sleep(0)
        self.found.append(town)

    async def collect(self, towns):
        tasks = [asyncio.ensure_future(self.ask(town)) for town in towns]
        for task in tasks:
            await task
        print("found", self.found)


async def main():
    await Weather().collect(["Ulm", "Kiel"])


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    loop.run_until_complete(main())
