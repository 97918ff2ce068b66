"""Estilo de principiante: un bucle con índice, textos armados con +, comentarios."""

import asyncio


async def task(nombre, espera, bien):
    print(nombre + " started")
    try:
        await asyncio.sleep(espera)
    except asyncio.CancelledError as cancelacion:
        print(nombre + " cancelled")
        raise cancelacion
    # si no está bien, error
    if bien == False:
        error = ValueError(nombre + " failed")
        raise error
    print(nombre + " finished")


async def main():
    nombres = ["A", "B", "C"]
    esperas = [1, 2, 3]
    bien = [True, False, True]
    try:
        async with asyncio.TaskGroup() as grupo:
            for i in range(0, 3):
                grupo.create_task(task(nombres[i], esperas[i], bien[i]))
    except* ValueError as errores:
        lista = errores.exceptions
        for e in lista:
            print("stopped: " + str(e))


if __name__ == "__main__":
    asyncio.run(main())
