import asyncio


class Logbook:
    def __init__(self):
        self.entries = []

    async def write(self, text):
        await asyncio.sleep(0.1)   # the disk is slow
        self.entries.append(text)


class Ship:
    def __init__(self, logbook):
        self.logbook = logbook

    async def sail(self, harbour):
        await self.logbook.write(f"left for {harbour}")
        await asyncio.sleep(3)
        print(f"arrived in {harbour}")


async def main():
    book = Logbook()
    ship = Ship(book)
    for harbour in ["Cork", "Brest"]:
        await ship.sail(harbour)
    print(len(book.entries), "entries")


if __name__ == "__main__":
    asyncio.run(main())
