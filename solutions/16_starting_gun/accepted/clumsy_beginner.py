"""A clumsy beginner: the two seconds are slept in four parts, the opener is the last of the tasks."""

import asyncio

async def task(name, gate):
    text = name + " ready"
    print(text)
    x = await gate.wait()
    if x == True:
        text = name + " go"
        print(text)

async def starter(gate):
    await asyncio.sleep(0.5)
    await asyncio.sleep(0.5)
    await asyncio.sleep(0.5)
    await asyncio.sleep(0.5)
    gate.set()

async def main():
    gate = asyncio.Event()
    tasks = []
    tasks.append(asyncio.create_task(task("A", gate)))
    tasks.append(asyncio.create_task(task("B", gate)))
    tasks.append(asyncio.create_task(task("C", gate)))
    tasks.append(asyncio.create_task(starter(gate)))
    for t in tasks:
        await t

if __name__ == "__main__":
    asyncio.run(main())
