"""A clumsy beginner: six tasks, six variables, lines put together by plus."""

import asyncio
import sys
import aiohttp
from urllib.parse import urlsplit
from given import site

async def task(session, url):
    teile = urlsplit(url)
    seite = teile.path
    antwort = await session.get(url)
    status = antwort.status
    inhalt = await antwort.read()
    antwort.close()
    if status == 200:
        laenge = len(inhalt)
        ergebnis = seite + ": " + str(laenge) + " bytes"
    else:
        ergebnis = seite + ": error " + str(status)
    return ergebnis

async def main():
    async with site() as base:
        session = aiohttp.ClientSession()
        t1 = asyncio.create_task(task(session, base + "/1"))
        t2 = asyncio.create_task(task(session, base + "/2"))
        t3 = asyncio.create_task(task(session, base + "/3"))
        t4 = asyncio.create_task(task(session, base + "/4"))
        t5 = asyncio.create_task(task(session, base + "/5"))
        t6 = asyncio.create_task(task(session, base + "/6"))
        a = await t1
        b = await t2
        c = await t3
        d = await t4
        e = await t5
        f = await t6
        await session.close()
    sys.stdout.write(a + "\n" + b + "\n" + c + "\n" + d + "\n" + e + "\n" + f + "\n")


if __name__ == "__main__":
    asyncio.run(main())
