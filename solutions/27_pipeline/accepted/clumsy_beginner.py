"""A clumsy beginner: German names, three tasks in three variables, output by sys.stdout."""

import asyncio
import sys

async def task(name, work, inbox, outbox):
    teil = await inbox.get()
    while teil is not None:
        await asyncio.sleep(work)
        sys.stdout.write(name + " " + str(teil) + "\n")
        await outbox.put(teil)
        teil = await inbox.get()
    # Ende weitergeben
    await outbox.put(teil)

async def main():
    a = asyncio.Queue()
    b = asyncio.Queue(1)
    c = asyncio.Queue(1)
    d = asyncio.Queue()
    schneiden = asyncio.create_task(task("cut", 1, a, b))
    malen = asyncio.create_task(task("paint", 2, b, c))
    packen = asyncio.create_task(task("pack", 1, c, d))
    for i in [1, 2, 3, 4, 5, 6]:
        await a.put(i)
    await a.put(None)
    await schneiden
    await malen
    await packen
    fertig = []
    for i in range(6):
        teil = await d.get()
        fertig.append(teil)
    sys.stdout.write("shipped " + str(fertig) + "\n")


if __name__ == "__main__":
    asyncio.run(main())
