import asyncio


class Line:
    def __init__(self, free_after):
        self.free_after = free_after

    async def call(self):
        await asyncio.sleep(0.1)
        self.free_after -= 1
        if self.free_after >= 0:
            raise ConnectionError("engaged")
        return "hello"


async def main():
    line = Line(3)
    for attempt in range(1, 6):
        try:
            print(await line.call())
            break
        except ConnectionError as error:
            print(f"{error}, try {attempt}")
            await asyncio.sleep(2 ** (attempt - 1))


asyncio.run(main())
