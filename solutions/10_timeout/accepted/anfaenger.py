"""Anfängerstil: zwei fast gleiche Funktionen, für jede Frage eine."""

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    antwort = name + " " + "answer"
    return antwort


async def schnell():
    try:
        antwort = await asyncio.wait_for(task("fast", 1), timeout=2.0)
        print(antwort)
    except asyncio.TimeoutError:
        print("fast timed out")


async def langsam():
    try:
        antwort = await asyncio.wait_for(task("slow", 10), timeout=2.0)
        print(antwort)
    except asyncio.TimeoutError:
        print("slow timed out")


async def main():
    # beide zugleich
    aufgabe1 = asyncio.create_task(schnell())
    aufgabe2 = asyncio.create_task(langsam())
    await aufgabe1
    await aufgabe2


if __name__ == "__main__":
    asyncio.run(main())
