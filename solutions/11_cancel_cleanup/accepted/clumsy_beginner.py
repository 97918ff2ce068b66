"""A clumsy beginner: raise kept for the end of the function by a variable."""

import asyncio

async def task(name):
    text1 = name + " opened"
    text2 = name + " tick"
    text3 = name + " closed"
    print(text1)
    problem = None
    try:
        x = 1
        while x == 1:
            await asyncio.sleep(0.5)
            await asyncio.sleep(0.5)
            print(text2)
    except asyncio.CancelledError as e:
        problem = e
    print(text3)
    if problem is not None:
        raise problem

async def main():
    t = asyncio.create_task(task("worker"))
    await asyncio.sleep(1)
    await asyncio.sleep(1)
    await asyncio.sleep(0.5)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("main done")

if __name__ == "__main__":
    asyncio.run(main())
