"""Deutsche Namen, alles ausgeschrieben, eine Hilfsfunktion für die Zeile."""

import asyncio

def zeile(name, nummer):
    text = name + " job " + str(nummer) + " done"
    print(text)

async def task(name, stop):
    nummer = 0
    fertig = stop.is_set()
    while fertig == False:
        nummer = nummer + 1
        await asyncio.sleep(1)
        zeile(name, nummer)
        fertig = stop.is_set()
    print(name + " stopped")

async def main():
    ende = asyncio.Event()
    erster = asyncio.create_task(task("A", ende))
    await asyncio.sleep(0.5)
    zweiter = asyncio.create_task(task("B", ende))
    await asyncio.sleep(1.75)
    ende.set()
    await erster
    await zweiter
    print("bye")


if __name__ == "__main__":
    asyncio.run(main())
