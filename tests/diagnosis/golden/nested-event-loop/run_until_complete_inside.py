# The old idiom of the bottom line, used inside a method.
# line: 14

import asyncio


class Stall:
    async def fry(self):
        await asyncio.sleep(1)
        return "chips"

    async def sell(self):
        loop = asyncio.get_event_loop()
        return loop.run_until_complete(self.fry())


async def main():
    print(await Stall().sell())


if __name__ == "__main__":
    asyncio.get_event_loop().run_until_complete(main())
