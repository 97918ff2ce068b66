"""Estilo de principiante: índices, variables globales y un bucle while."""

import asyncio

resultados = []


async def task(item, delay):
    # esperar sin bloquear
    await asyncio.sleep(delay)
    texto = "{} after {} s".format(item, delay)
    return texto


async def main():
    global resultados
    resultados = await asyncio.gather(task("tea", 3), task("coffee", 1), task("water", 2))
    i = 0
    while i < len(resultados):
        print(resultados[i])
        i += 1


if __name__ == "__main__":
    asyncio.run(main())
