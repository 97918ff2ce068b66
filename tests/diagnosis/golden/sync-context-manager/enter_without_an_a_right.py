import asyncio


class Gate:
    async def __aenter__(self):
        await asyncio.sleep(1)
        print("open")

    async def __aexit__(self, kind, error, traceback):
        print("shut")


async def main():
    async with Gate():
        print("through")


asyncio.run(main())
