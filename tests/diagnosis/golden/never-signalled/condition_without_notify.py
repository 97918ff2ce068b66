# Whoever puts something on the shelf tells nobody.
# line: 18
import asyncio


class Shelf:
    def __init__(self):
        self.books = []
        self.changed = asyncio.Condition()

    async def add(self, book):
        async with self.changed:
            self.books.append(book)

    async def take(self):
        async with self.changed:
            while not self.books:
                await self.changed.wait()
            return self.books.pop()


async def reader(shelf):
    book = await shelf.take()
    print("reading", book)


async def main():
    shelf = Shelf()
    reading = asyncio.create_task(reader(shelf))
    await asyncio.sleep(1)
    await shelf.add("Emma")
    await reading


if __name__ == "__main__":
    asyncio.run(main())
