"""Estilo de principiante: variables de más, comentarios, y el texto se arma con +."""

import asyncio

# mi primer programa asíncrono
nombre_de_la_tarea = "Task A"
segundos = 1


async def esperar(cuanto):
    await asyncio.sleep(cuanto)
    return True


async def task(name, delay):
    mensaje = name + " started"
    print(mensaje)
    listo = await esperar(delay)
    if listo == True:
        mensaje = name + " finished"
        print(mensaje)


async def main():
    corrutina = task(nombre_de_la_tarea, segundos)
    await corrutina


if __name__ == "__main__":
    asyncio.run(main())
