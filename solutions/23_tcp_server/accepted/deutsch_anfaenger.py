"""Deutsche Namen, viele Variablen, die Zeilen werden erst gesammelt."""

import asyncio
from given import clients

async def task(leser, schreiber):
    zeile = await leser.readline()
    while len(zeile) > 0:
        # eine Sekunde warten und dann antworten
        await asyncio.sleep(1)
        text = zeile.decode()
        gross = text.upper()
        schreiber.write(gross.encode())
        await schreiber.drain()
        zeile = await leser.readline()
    schreiber.close()

async def main():
    server = await asyncio.start_server(task, "127.0.0.1", 0)
    adresse = server.sockets[0].getsockname()
    port = adresse[1]
    ergebnis = await clients(port)
    ausgabe = ""
    for zeile in ergebnis:
        ausgabe = ausgabe + zeile + "\n"
    server.close()
    print(ausgabe, end="")


if __name__ == "__main__":
    asyncio.run(main())
