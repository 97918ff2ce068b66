"""The decorated generator closes in except and in else, and raises again."""

import asyncio
from contextlib import asynccontextmanager


async def close(name):
    await asyncio.sleep(0.5)
    print(f"{name} closed")


@asynccontextmanager
async def Connection(name, delay):
    await asyncio.sleep(delay)
    print(f"{name} open")
    try:
        yield name
    except BaseException:
        await close(name)
        raise
    else:
        await close(name)


async def task(name, delay, ok):
    async with Connection(name, delay) as connection:
        if not ok:
            raise RuntimeError(f"{connection} broke")
        print(f"{connection} used")


async def main() -> None:
    results = await asyncio.gather(task("A", 1, True), task("B", 2, False), return_exceptions=True)
    for result in results:
        if isinstance(result, RuntimeError):
            print(f"error: {result}")


if __name__ == "__main__":
    asyncio.run(main())
