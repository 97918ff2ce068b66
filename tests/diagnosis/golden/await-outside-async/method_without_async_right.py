import asyncio


class Door:
    def __init__(self, name):
        self.name = name

    # opens slowly
    async def open(self):
        await asyncio.sleep(2)
        print(self.name, "open")


async def main():
    doors = [Door("front"), Door("back")]
    await asyncio.gather(*(door.open() for door in doors))


if __name__ == "__main__":
    asyncio.run(main())
