"""A clumsy beginner: FILES has three files, so there are three variables of everything."""

import asyncio
from given import FILES

def lesen(path):
    f = open(path, "r", encoding="utf-8")
    anzahl = 0
    zeile = f.readline()
    while zeile != "":
        anzahl = anzahl + 1
        zeile = f.readline()
    f.close()
    return anzahl

async def task(path):
    anzahl = await asyncio.to_thread(lesen, path)
    return anzahl

async def main():
    a, b, c = FILES
    t1 = asyncio.create_task(task(a))
    t2 = asyncio.create_task(task(b))
    t3 = asyncio.create_task(task(c))
    x = await t1
    y = await t2
    z = await t3
    print(a.name + ": " + str(x) + " lines")
    print(b.name + ": " + str(y) + " lines")
    print(c.name + ": " + str(z) + " lines")
    summe = x + y + z
    print("total: " + str(summe) + " lines")


if __name__ == "__main__":
    asyncio.run(main())
