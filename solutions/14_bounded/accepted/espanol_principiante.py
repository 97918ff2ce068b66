"""Estilo de principiante: muchas variables, comentarios en español, la línea se arma a mano."""
import asyncio
import given

async def task(number, limit):
    # espero un lugar libre
    async with limit:
        descarga = given.download(number)
        resultado = await descarga
    return resultado

async def main():
    limite = asyncio.Semaphore(3)
    tareas = []
    numero = 0
    while numero < 10:
        tarea = asyncio.create_task(task(numero, limite))
        tareas.append(tarea)
        numero = numero + 1
    # ahora espero a todas
    textos = []
    for tarea in tareas:
        resultado = await tarea
        textos.append(repr(resultado))
    print("[", end="")
    print(", ".join(textos), end="")
    print("]")

if __name__ == "__main__":
    asyncio.run(main())
