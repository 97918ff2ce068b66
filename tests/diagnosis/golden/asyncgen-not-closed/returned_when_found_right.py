import asyncio


class Library:
    """A shelf that is opened while somebody looks through it."""

    def __init__(self, titles):
        self.titles = titles

    async def look_through(self):
        print("shelf opened")
        try:
            for title in self.titles:
                await asyncio.sleep(0.5)
                yield title
        finally:
            print("shelf locked")


async def find(library, word):
    found = None
    async for title in library.look_through():
        if word in title and found is None:
            found = title
    return found


async def main():
    library = Library(["Emma", "Dracula"])
    found = await find(library, "Dra")
    print("found", found)


if __name__ == "__main__":
    asyncio.run(main())
