# A temperature rises in steps that never give exactly twenty.
# line: 11
import asyncio


class Oven:
    def __init__(self):
        self.temperature = 19.0

    async def heat_to(self, wanted):
        while self.temperature != wanted:
            await asyncio.sleep(1)
            self.temperature += 0.1
        print("warm enough")


async def main():
    oven = Oven()
    await oven.heat_to(20.0)


if __name__ == "__main__":
    asyncio.run(main())
