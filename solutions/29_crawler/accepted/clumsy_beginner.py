"""A clumsy beginner: German names, globals, a list of tasks that grows while main awaits one after the other."""

import asyncio
from given import fetch

async def task(url, grenze, bekannt, geholt, kaputt, aufgaben):
    async with grenze:
        fehler = False
        try:
            links = await fetch(url)
        except LookupError:
            fehler = True
    if fehler:
        kaputt.append(url)
    else:
        geholt.append(url)
        for link in links:
            if link in bekannt:
                continue
            bekannt.append(link)
            neu = asyncio.create_task(task(link, grenze, bekannt, geholt, kaputt, aufgaben))
            aufgaben.append(neu)

async def main():
    grenze = asyncio.Semaphore(3)
    bekannt = ["/"]
    geholt = []
    kaputt = []
    aufgaben = []
    erste = asyncio.create_task(task("/", grenze, bekannt, geholt, kaputt, aufgaben))
    aufgaben.append(erste)
    # die Liste wächst, während sie durchlaufen wird
    i = 0
    while i < len(aufgaben):
        await aufgaben[i]
        i = i + 1
    geholt.sort()
    kaputt.sort()
    for url in geholt:
        print(url)
    for url in kaputt:
        print("broken: " + url)
    anzahl = len(geholt)
    print(str(anzahl) + " pages")


if __name__ == "__main__":
    asyncio.run(main())
