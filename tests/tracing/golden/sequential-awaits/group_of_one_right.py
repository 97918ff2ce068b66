import asyncio


async def lookup(name):
    print("lookup", name)
    await asyncio.sleep(1)
    return name.upper()


async def main():
    async with asyncio.TaskGroup() as tg:
        tasks = {n: tg.create_task(lookup(n)) for n in ["a", "b", "c"]}
    print({n: t.result() for n, t in tasks.items()})


asyncio.run(main())
