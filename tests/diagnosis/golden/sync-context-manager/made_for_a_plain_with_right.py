import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def gate(name):
    await asyncio.sleep(1)
    print(f"{name} open")
    yield
    print(f"{name} shut")


async def main():
    async with gate("east"):
        print("through")


asyncio.run(main())
