# A timeout block round a whole gather in a method; nothing of the first dish is left either.
# line: 17

import asyncio


class Kitchen:
    def __init__(self):
        self.ready = []

    async def dish(self, name, minutes):
        await asyncio.sleep(minutes)
        return name

    async def serve(self):
        try:
            async with asyncio.timeout(5):
                self.ready += await asyncio.gather(self.dish("salad", 2), self.dish("roast", 60))
        except TimeoutError:
            print("some dishes are late")
        for name in self.ready:
            print("served:", name)


async def main():
    await Kitchen().serve()


if __name__ == "__main__":
    asyncio.run(main())
