"""Noms français, un dictionnaire de tâches, tri par l'état."""

import asyncio


async def task(nom, delai):
    try:
        await asyncio.sleep(delai)
    except asyncio.CancelledError:
        print(f"{nom} cancelled")
        raise
    return nom


async def main():
    coureurs = {}
    for nom, delai in [("north", 3), ("south", 1), ("east", 2)]:
        coureurs[nom] = asyncio.create_task(task(nom, delai), name=nom)
    arrives, en_course = await asyncio.wait(coureurs.values(), return_when=asyncio.FIRST_COMPLETED)
    gagnant = [t.result() for t in coureurs.values() if t in arrives][0]
    for t in en_course:
        t.cancel()
    while en_course:
        # on attend la fin de chacun
        _, en_course = await asyncio.wait(en_course)
    print(f"{gagnant} won")


if __name__ == "__main__":
    asyncio.run(main())
