"""Anfängerstil: drei Variablen, drei try-Blöcke, am Ende drei Ausgaben."""

import asyncio


async def task(name, delay, ok):
    await asyncio.sleep(delay)
    if ok:
        return name + " ok"
    else:
        raise RuntimeError(name + " failed")


async def main():
    aufgabe1 = asyncio.create_task(task("A", 1, True))
    aufgabe2 = asyncio.create_task(task("B", 2, False))
    aufgabe3 = asyncio.create_task(task("C", 3, True))
    # auf jede warten, den Fehler merken
    try:
        text1 = await aufgabe1
    except Exception as fehler:
        text1 = fehler
    try:
        text2 = await aufgabe2
    except Exception as fehler:
        text2 = fehler
    try:
        text3 = await aufgabe3
    except Exception as fehler:
        text3 = fehler
    print(text1)
    print(text2)
    print(text3)


if __name__ == "__main__":
    asyncio.run(main())
