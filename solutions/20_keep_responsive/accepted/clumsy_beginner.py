"""A clumsy beginner: a lambda, many variables, the heartbeat cancelled in try and except."""

import asyncio
import given

async def task(text):
    loop = asyncio.get_running_loop()
    future = loop.run_in_executor(None, lambda: given.slow_hash(text))
    x = await future
    return x

async def main():
    h = asyncio.create_task(given.heartbeat())
    t1 = asyncio.create_task(task("spam"))
    t2 = asyncio.create_task(task("eggs"))
    a = await t1
    b = await t2
    h.cancel()
    try:
        await h
    except asyncio.CancelledError:
        # that is all right
        x = 1
    print("spam " + str(a))
    print("eggs " + str(b))

if __name__ == "__main__":
    asyncio.run(main())
