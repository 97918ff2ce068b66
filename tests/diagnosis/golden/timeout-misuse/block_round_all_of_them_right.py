import asyncio


class Kitchen:
    def __init__(self):
        self.ready = []

    async def dish(self, name, minutes):
        await asyncio.sleep(minutes)
        self.ready.append(name)

    async def serve(self):
        try:
            async with asyncio.timeout(5):
                await asyncio.gather(self.dish("salad", 2), self.dish("roast", 60))
        except TimeoutError:
            print("some dishes are late")
        for name in self.ready:
            print("served:", name)


async def main():
    await Kitchen().serve()


if __name__ == "__main__":
    asyncio.run(main())
