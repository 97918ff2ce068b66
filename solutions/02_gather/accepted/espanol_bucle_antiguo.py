"""Comentarios en español y el estilo antiguo con un bucle creado a mano."""

import asyncio


async def task(nombre, segundos):
    mensaje = "{} {}"
    print(mensaje.format(nombre, "started"))
    await asyncio.sleep(segundos)  # no bloquea: las demás tareas siguen
    print(mensaje.format(nombre, "finished"))


async def main():
    primera = asyncio.ensure_future(task("Task A", 2))
    segunda = asyncio.ensure_future(task("Task B", 1))
    # esperar a las dos
    await asyncio.wait({primera, segunda})
    primera.result()
    segunda.result()


if __name__ == "__main__":
    bucle = asyncio.new_event_loop()
    try:
        bucle.run_until_complete(main())
    finally:
        bucle.close()
