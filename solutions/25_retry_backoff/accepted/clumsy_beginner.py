"""A clumsy beginner: counters and flags by hand, and each outcome in a dictionary."""

import asyncio
import sys
from given import Service

async def task(service, attempts):
    versuch = 1
    warten = 1
    while versuch < attempts:
        fehler = False
        try:
            antwort = await service.call()
        except ConnectionError:
            fehler = True
        if fehler == False:
            return antwort
        await asyncio.sleep(warten)
        warten = warten * 2
        versuch = versuch + 1
    # letzter Versuch
    antwort = await service.call()
    return antwort

ergebnisse = {}

async def fragen(name, service):
    try:
        ergebnisse[name] = await task(service, 3)
    except ConnectionError:
        ergebnisse[name] = "gave up"

async def main():
    t1 = asyncio.create_task(fragen("first", Service(2)))
    t2 = asyncio.create_task(fragen("second", Service(9)))
    await t1
    await t2
    sys.stdout.write("first: " + ergebnisse["first"] + "\n")
    sys.stdout.write("second: " + ergebnisse["second"] + "\n")


if __name__ == "__main__":
    asyncio.run(main())
