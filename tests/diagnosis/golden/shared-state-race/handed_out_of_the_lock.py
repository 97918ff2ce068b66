# The book is written by a task for which the lock does not wait.
# line: 23
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
        writing = asyncio.create_task(book.write(pages + 1))
    await writing


async def main():
    book, lock = Book(), asyncio.Lock()
    await asyncio.gather(*[copy(book, lock) for _ in range(3)])
    print("in the end", book.pages)


asyncio.run(main())
