import asyncio
from contextlib import aclosing


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
    async with aclosing(file.read()) as lines:
        async for line in lines:
            return line


async def main():
    file = File(["title", "text", "end"])
    title = await first_line(file)
    print(title)
    await asyncio.sleep(1)
    print("bye")


if __name__ == "__main__":
    asyncio.run(main())
