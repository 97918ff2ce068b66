import asyncio


async def dive(diver, minutes):
    print(diver, "goes down")
    await asyncio.sleep(minutes)
    print(diver, "comes up")


async def main():
    tasks = []
    for diver, minutes in (("Kit", 30), ("Lyn", 45), ("Moe", 20)):
        task = asyncio.ensure_future(dive(diver, minutes))
        tasks.append(task)
    await asyncio.wait(tasks)


loop = asyncio.get_event_loop()
loop.run_until_complete(main())
