import asyncio


class Lamp:
    async def __aenter__(self):
        print("lamp on")

    async def __aexit__(self, *what):
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
