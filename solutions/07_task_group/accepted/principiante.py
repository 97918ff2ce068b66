"""Estilo de principiante: todo dentro de main, con comentarios y un contador."""

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return str(name) + str(" done")


async def main():
    # creo el grupo
    grupo = asyncio.TaskGroup()
    tareas = []
    nombres = ["A", "B", "C"]
    tiempos = [2, 1, 3]
    async with grupo:
        for i in range(3):
            corrutina = task(nombres[i], tiempos[i])
            tarea = grupo.create_task(corrutina)
            tareas.append(tarea)
    # aquí ya terminaron todas
    i = 0
    while i < 3:
        print(tareas[i].result())
        i = i + 1
    print("all done")


if __name__ == "__main__":
    asyncio.run(main())
