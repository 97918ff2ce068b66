"""A clumsy beginner: ten variables, ten awaits, no loop at all."""
import asyncio
from given import download

async def task(number, limit):
    async with limit:
        x = await download(number)
        return x

async def main():
    limit = asyncio.Semaphore(3)
    t0 = asyncio.create_task(task(0, limit))
    t1 = asyncio.create_task(task(1, limit))
    t2 = asyncio.create_task(task(2, limit))
    t3 = asyncio.create_task(task(3, limit))
    t4 = asyncio.create_task(task(4, limit))
    t5 = asyncio.create_task(task(5, limit))
    t6 = asyncio.create_task(task(6, limit))
    t7 = asyncio.create_task(task(7, limit))
    t8 = asyncio.create_task(task(8, limit))
    t9 = asyncio.create_task(task(9, limit))
    a = await t0
    b = await t1
    c = await t2
    d = await t3
    e = await t4
    f = await t5
    g = await t6
    h = await t7
    i = await t8
    j = await t9
    print([a, b, c, d, e, f, g, h, i, j])

if __name__ == "__main__":
    asyncio.run(main())
