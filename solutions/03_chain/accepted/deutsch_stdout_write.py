"""Deutsche Namen, und die Ausgabe geht über sys.stdout.write."""

import asyncio
import sys

from given import find_city as finde_stadt
from given import find_user as finde_kunde


async def bearbeite(bestellung):
    # Der zweite Schritt braucht das Ergebnis des ersten.
    kunde = await finde_kunde(bestellung)
    stadt = await finde_stadt(kunde)
    sys.stdout.write("order %d: %s\n" % (bestellung, stadt))
    return stadt


task = bearbeite  # so heißt es in der Aufgabe


async def main():
    # Alle drei Bestellungen laufen nebeneinander.
    laufende = []
    for nummer in 1, 2, 3:
        laufende.append(asyncio.create_task(task(nummer)))
    for auftrag in laufende:
        await auftrag


if __name__ == "__main__":
    asyncio.run(main())
