"""A clumsy beginner: five puts, two variables, two try blocks."""

import asyncio

async def task(name, queue):
    while True:
        x = await queue.get()
        await asyncio.sleep(1)
        text = name + " did " + str(x)
        print(text)
        queue.task_done()

async def main():
    q = asyncio.Queue()
    await q.put(1)
    await q.put(2)
    await q.put(3)
    await q.put(4)
    await q.put(5)
    w1 = asyncio.create_task(task("worker 1", q))
    w2 = asyncio.create_task(task("worker 2", q))
    await q.join()
    w1.cancel()
    w2.cancel()
    try:
        await w1
    except asyncio.CancelledError:
        pass
    try:
        await w2
    except asyncio.CancelledError:
        pass
    print("all done")

if __name__ == "__main__":
    asyncio.run(main())
