import asyncio


class Book:
    def __init__(self, pages):
        self.pages = pages

    def __aiter__(self):
        self.page = 0
        return self

    async def __anext__(self):
        if self.page >= self.pages:
            raise StopAsyncIteration
        self.page += 1
        await asyncio.sleep(0.1)
        return f"page {self.page}"


async def main():
    async for page in Book(2):
        print(page)


if __name__ == "__main__":
    asyncio.run(main())
