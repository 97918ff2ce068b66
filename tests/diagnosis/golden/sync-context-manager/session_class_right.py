import asyncio


class Cellar:
    async def __aenter__(self):
        await asyncio.sleep(1)
        print("light on")
        return self

    async def __aexit__(self, *error):
        print("light off")


async def main():
    async with Cellar() as cellar:
        print("down in the cellar")


if __name__ == "__main__":
    asyncio.run(main())
