"""print shows an exception by its text, so results and errors need no distinction."""

import asyncio


async def task(name, delay, ok):
    await asyncio.sleep(delay)
    if ok:
        return name + " ok"
    else:
        raise RuntimeError(name + " failed")


async def main():
    print(*await asyncio.gather(
        task("A", 1, True),
        task("B", 2, False),
        task("C", 3, True),
        return_exceptions=True,
    ), sep="\n")


if __name__ == "__main__":
    asyncio.run(main())
