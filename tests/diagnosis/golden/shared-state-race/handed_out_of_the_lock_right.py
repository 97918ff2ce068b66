import asyncio


class Book:
    def __init__(self):
        self.pages = 0

    async def read(self):
        await asyncio.sleep(0.1)
        return self.pages

    async def write(self, pages):
        await asyncio.sleep(0.2)
        self.pages = pages
        print("pages", pages)


async def copy(book, lock):
    async with lock:
        pages = await book.read()
        await book.write(pages + 1)


async def main():
    book, lock = Book(), asyncio.Lock()
    await asyncio.gather(*[copy(book, lock) for _ in range(3)])
    print("in the end", book.pages)


asyncio.run(main())
