# Each turn of the loop has a group of its own, which waits for its one task.
# line: 16

import asyncio


async def lookup(name):
    print("lookup", name)
    await asyncio.sleep(1)
    return name.upper()


async def main():
    out = {}
    for n in ["a", "b", "c"]:
        async with asyncio.TaskGroup() as tg:
            t = tg.create_task(lookup(n))
        out[n] = t.result()
    print(out)


asyncio.run(main())
