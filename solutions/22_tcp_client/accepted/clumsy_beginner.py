"""A clumsy beginner: three of everything, character by character, written by sys.stdout."""

import asyncio
import sys
from given import quote_server

async def task(name, port):
    # Verbindung aufbauen
    verbindung = await asyncio.open_connection("127.0.0.1", port)
    reader = verbindung[0]
    writer = verbindung[1]
    frage = name + "\n"
    writer.write(frage.encode("utf-8"))
    await writer.drain()
    antwort = ""
    zeichen = (await reader.read(1)).decode("utf-8")
    while zeichen != "\n":
        antwort = antwort + zeichen
        zeichen = (await reader.read(1)).decode("utf-8")
    writer.close()
    return antwort

async def main():
    async with quote_server() as port:
        t1 = asyncio.create_task(task("tea", port))
        t2 = asyncio.create_task(task("coffee", port))
        t3 = asyncio.create_task(task("milk", port))
        a1 = await t1
        a2 = await t2
        a3 = await t3
        sys.stdout.write(a1 + "\n" + a2 + "\n")
        sys.stdout.write(a3 + "\n")


if __name__ == "__main__":
    asyncio.run(main())
