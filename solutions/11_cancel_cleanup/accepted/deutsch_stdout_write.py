"""Deutsche Namen, Ausgabe über sys.stdout.write, Warten mit gather."""

import asyncio
import sys


def ausgabe(*woerter):
    sys.stdout.write(" ".join(woerter) + "\n")


async def task(name):
    ausgabe(name, "opened")
    try:
        # läuft, bis jemand abbricht
        while True:
            await asyncio.sleep(1)
            ausgabe(name, "tick")
    finally:
        ausgabe(name, "closed")


async def main():
    arbeiter = asyncio.create_task(task("worker"))
    await asyncio.sleep(2.5)
    arbeiter.cancel("Feierabend")
    ergebnisse = await asyncio.gather(arbeiter, return_exceptions=True)
    assert isinstance(ergebnisse[0], asyncio.CancelledError)
    ausgabe("main", "done")


if __name__ == "__main__":
    asyncio.run(main())
