import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def boat(name):
    await asyncio.sleep(0.5)
    print(name, "casts off")
    try:
        yield name
    finally:
        await asyncio.sleep(0.5)
        print(f"{name} is moored")


async def trip(name, storm):
    try:
        async with boat(name):
            await asyncio.sleep(1)
            if storm:
                raise RuntimeError("a storm")
            print(name, "is back")
    except RuntimeError as error:
        print(name, error)


async def main():
    await asyncio.gather(trip("Gull", False), trip("Tern", True))


asyncio.run(main())
