"""Estilo de principiante: muchas variables, comentarios en español, impresión por partes."""
import asyncio
import given

async def task(order):
    # primero busco el usuario
    usuario = given.find_user(order)
    usuario = await usuario
    # después busco la ciudad de este usuario
    ciudad = given.find_city(usuario)
    ciudad = await ciudad
    texto = "order "
    texto = texto + str(order)
    texto = texto + ": "
    texto = texto + ciudad
    print(texto)
    resultado = ciudad
    return resultado

async def main():
    lista = []
    pedido = 1
    while pedido <= 3:
        t = asyncio.create_task(task(pedido))
        lista.append(t)
        pedido = pedido + 1
    resultados = await asyncio.gather(*lista)
    return resultados

if __name__ == "__main__":
    asyncio.run(main())
