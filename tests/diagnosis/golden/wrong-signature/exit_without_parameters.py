# line: 9
import asyncio


class Gate:
    async def __aenter__(self):
        await asyncio.sleep(1)

    async def __aexit__(self):
        print("shut")


async def main():
    async with Gate():
        print("through")


asyncio.run(main())
