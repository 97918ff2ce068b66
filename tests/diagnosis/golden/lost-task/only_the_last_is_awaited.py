# One name is used for all tasks, so that only the last one is waited for.
# line: 14
import asyncio


async def dive(diver, minutes):
    print(diver, "goes down")
    await asyncio.sleep(minutes)
    print(diver, "comes up")


async def main():
    for diver, minutes in (("Kit", 30), ("Lyn", 45), ("Moe", 20)):
        task = asyncio.ensure_future(dive(diver, minutes))
    await task


loop = asyncio.get_event_loop()
loop.run_until_complete(main())
