"""A clumsy beginner: three variables, and an if for every one of them."""

import asyncio

async def task(name, delay):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError as e:
        print(name + " cancelled")
        raise e
    return name

async def main():
    n = asyncio.create_task(task("north", 3))
    s = asyncio.create_task(task("south", 1))
    e = asyncio.create_task(task("east", 2))
    await asyncio.wait([n, s, e], return_when=asyncio.FIRST_COMPLETED)
    # who is it?
    if n.done():
        winner = n.result()
        s.cancel()
        e.cancel()
    elif s.done():
        winner = s.result()
        n.cancel()
        e.cancel()
    else:
        winner = e.result()
        n.cancel()
        s.cancel()
    # wait for the rest
    try:
        await n
    except asyncio.CancelledError:
        pass
    try:
        await s
    except asyncio.CancelledError:
        pass
    try:
        await e
    except asyncio.CancelledError:
        pass
    print(winner + " won")

if __name__ == "__main__":
    asyncio.run(main())
