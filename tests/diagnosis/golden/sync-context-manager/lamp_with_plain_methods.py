# The methods of `with` in a class that `async with` enters.
# line: 15
import asyncio


class Lamp:
    def __enter__(self):
        print("lamp on")

    def __exit__(self, *what):
        print("lamp off")


async def read(page):
    async with Lamp():
        await asyncio.sleep(1)
        print(f"page {page} read")


async def main():
    await read(1)
    await read(2)

if __name__ == "__main__":
    asyncio.run(main())
