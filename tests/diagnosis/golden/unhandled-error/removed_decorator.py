# A decorator that Python has not had since 3.11.
# line: 7

import asyncio


@asyncio.coroutine
def bake(name, minutes):
    print(f"{name} in")
    yield from asyncio.sleep(minutes)
    print(f"{name} out")


async def main():
    await asyncio.gather(bake("bread", 3), bake("cake", 2))


if __name__ == "__main__":
    asyncio.run(main())
