"""Anfängerstil: drei fast gleiche Hilfsfunktionen, jede für ein Getränk."""

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    ergebnis = f"{item} after {delay} s"
    return ergebnis


async def tee():
    ergebnis = await task("tea", 3)
    print(ergebnis)


async def kaffee():
    ergebnis = await task("coffee", 1)
    print(ergebnis)


async def wasser():
    ergebnis = await task("water", 2)
    print(ergebnis)


async def main():
    # alle drei gleichzeitig
    a = asyncio.create_task(tee())
    b = asyncio.create_task(kaffee())
    c = asyncio.create_task(wasser())
    await a
    await b
    await c


if __name__ == "__main__":
    asyncio.run(main())
