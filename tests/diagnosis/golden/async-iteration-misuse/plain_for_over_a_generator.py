# A plain for goes over an asynchronous generator in a method.
# line: 14

import asyncio


class Baker:
    async def rolls(self):
        for number in (1, 2, 3):
            await asyncio.sleep(1)
            yield number

    async def sell(self):
        for roll in self.rolls():
            print("roll", roll)


async def main():
    await Baker().sell()


if __name__ == "__main__":
    asyncio.run(main())
