"""Deutsche Namen und Kommentare, Ausgabe über sys.stdout.write."""

import asyncio
import sys

from given import download

ANZAHL = 10
PLAETZE = 3


async def herunterladen(nummer: int, plaetze: asyncio.Semaphore) -> int:
    # Platz belegen, herunterladen, Platz auf jeden Fall wieder freigeben
    async with plaetze:
        ergebnis = await download(nummer)
    return ergebnis


async def task(number: int, limit: asyncio.Semaphore) -> int:
    return await herunterladen(number, limit)


async def main() -> None:
    plaetze = asyncio.Semaphore(PLAETZE)
    auftraege = [asyncio.create_task(task(nummer, plaetze)) for nummer in range(ANZAHL)]
    ergebnisse = await asyncio.gather(*auftraege)
    sys.stdout.write(f"{ergebnisse}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main())
