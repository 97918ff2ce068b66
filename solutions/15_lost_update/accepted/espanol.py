"""Nombres en español; la cerradura se suelta en un bloque finally."""

import asyncio
import given

async def task(cuenta, cantidad, cerrojo):
    # primero la cerradura, despues el saldo
    await cerrojo.acquire()
    try:
        saldo = await cuenta.read()
        nuevo = saldo + cantidad
        await cuenta.write(nuevo)
    finally:
        cerrojo.release()

async def main():
    cuenta = given.Account(100)
    cerrojo = asyncio.Lock()
    tareas = []
    i = 0
    while i < 5:
        tareas.append(asyncio.ensure_future(task(cuenta, 10, cerrojo)))
        i += 1
    await asyncio.gather(*tareas)
    print(f"balance {await cuenta.read()}")

asyncio.run(main())
