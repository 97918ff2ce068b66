import asyncio

RECORDS = {1: "oak", 2: "elm"}


class Store:
    async def find(self, number):
        await asyncio.sleep(0.2)
        return RECORDS.get(number, "no such tree")

    async def show(self, *numbers):
        for number in numbers:
            print(number, await self.find(number))


async def main():
    await Store().show(1, 3)


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    loop.run_until_complete(main())
    loop.close()
