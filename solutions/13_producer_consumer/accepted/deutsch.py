"""Deutsch, mit Hilfsfunktionen für jeden Schritt."""

import asyncio


async def arbeiten(name, nummer):
    await asyncio.sleep(1)
    print(f"{name} did {nummer}")


async def task(name, schlange):
    while True:
        nummer = await schlange.get()
        await arbeiten(name, nummer)
        schlange.task_done()


async def feierabend(arbeiter):
    for a in arbeiter:
        a.cancel()
    await asyncio.gather(*arbeiter, return_exceptions=True)


async def main():
    schlange = asyncio.Queue()
    # erst die Arbeiter, dann die Arbeit
    arbeiter = [asyncio.create_task(task(name, schlange)) for name in ("worker 1", "worker 2")]
    await asyncio.gather(*(schlange.put(nummer) for nummer in range(1, 6)))
    await schlange.join()
    await feierabend(arbeiter)
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
