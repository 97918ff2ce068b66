# line: 6
import asyncio


class Oven:
    def __aenter__(self):
        print("oven on")
        return self

    async def __aexit__(self, *exc):
        await asyncio.sleep(1)
        print("oven off")


async def main():
    async with Oven():
        print("baking")


if __name__ == "__main__":
    asyncio.run(main())
