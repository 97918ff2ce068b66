import asyncio


class Shirt:
    def __init__(self, colour, washing):
        self.colour = colour
        self.washing = washing

    async def wash(self):
        await asyncio.sleep(self.washing)
        print(self.colour, "washed")

    async def dry(self):
        await asyncio.sleep(2)
        print(self.colour, "dry")

    async def clean(self):
        await self.wash()
        await self.dry()


async def main():
    shirts = [Shirt("red", 1), Shirt("blue", 4)]
    async with asyncio.TaskGroup() as group:
        for shirt in shirts:
            group.create_task(shirt.clean())


if __name__ == "__main__":
    asyncio.run(main())
