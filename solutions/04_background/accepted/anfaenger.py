"""Anfängerstil: viele Variablen, Kommentare auf Deutsch, die Aufgabe wird am Ende noch einmal abgefragt."""

import asyncio


async def task(name, delay):
    ergebnis = ""
    await asyncio.sleep(delay)
    ergebnis = ergebnis + name
    ergebnis = ergebnis + " "
    ergebnis = ergebnis + "ready"
    return ergebnis


async def main():
    # im Hintergrund starten
    bericht = asyncio.create_task(task("report", 3))
    nummer = 1
    while nummer <= 2:
        print("working", nummer)
        if nummer == 1:
            await asyncio.sleep(1)
        nummer = nummer + 1
    # jetzt erst warten
    await bericht
    text = bericht.result()
    print(text)


if __name__ == "__main__":
    asyncio.run(main())
