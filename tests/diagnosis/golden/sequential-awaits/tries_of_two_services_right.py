import asyncio


class Service:
    def __init__(self, good):
        self.good = good
        self.tries = 0

    async def call(self):
        self.tries += 1
        await asyncio.sleep(0.5)
        if self.tries < self.good:
            raise ConnectionError
        return "answer"


async def ask(name, service):
    while True:
        try:
            print(name, await service.call())
            return
        except ConnectionError:
            await asyncio.sleep(1)


async def main():
    await asyncio.gather(ask("first", Service(3)), ask("second", Service(2)))


if __name__ == "__main__":
    asyncio.run(main())
