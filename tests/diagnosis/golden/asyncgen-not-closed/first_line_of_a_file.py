# Only the first line is wanted, and the generator that holds the file is left.
# line: 22
import asyncio


class File:
    def __init__(self, lines):
        self.lines = lines

    async def read(self):
        print("open")
        try:
            for line in self.lines:
                await asyncio.sleep(0.1)
                yield line
        finally:
            print("close")


async def first_line(file):
    async for line in file.read():
        return line


async def main():
    file = File(["title", "text", "end"])
    title = await first_line(file)
    print(title)
    await asyncio.sleep(1)
    print("bye")


if __name__ == "__main__":
    asyncio.run(main())
