"""Deutsche Namen und Kommentare, eine Aufgabe nach der anderen angelegt."""

import asyncio


async def task(bezeichnung, dauer):
    # Zuerst melden, dann warten (ohne die Schleife aufzuhalten), dann wieder melden.
    print("%s started" % bezeichnung)
    await asyncio.sleep(dauer)
    print("%s finished" % bezeichnung)


async def main():
    aufträge = [("Task A", 2), ("Task B", 1)]
    laufende = [asyncio.create_task(task(wer, wie_lange)) for wer, wie_lange in aufträge]
    # Beide laufen schon; hier wird nur noch auf das Ende gewartet.
    await asyncio.gather(*laufende)


if __name__ == "__main__":
    asyncio.run(main())
