# line: 24
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
    async for title in library.look_through():
        if word in title:
            return title
    return None


async def main():
    library = Library(["Emma", "Dracula", "Ulysses"])
    found = await find(library, "Dra")
    print("found", found)


if __name__ == "__main__":
    asyncio.run(main())
