# The old way: the list of a class is printed as soon as its tasks have been made.
# line: 16
import asyncio


class Weather:
    def __init__(self):
        self.found = []

    async def ask(self, town):
        await asyncio.sleep(0)
        self.found.append(town)

    async def collect(self, towns):
        tasks = [asyncio.ensure_future(self.ask(town)) for town in towns]
        print("found", self.found)
        for task in tasks:
            await task


async def main():
    await Weather().collect(["Ulm", "Kiel"])


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    loop.run_until_complete(main())
