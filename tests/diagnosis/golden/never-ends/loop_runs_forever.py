# The loop is started with run_forever, and nothing stops it.
# line: 19

import asyncio


async def bake(name, minutes):
    print(f"{name} in")
    await asyncio.sleep(minutes)
    print(f"{name} out")


async def main():
    await asyncio.gather(bake("bread", 3), bake("cake", 2))


loop = asyncio.new_event_loop()
loop.create_task(main())
loop.run_forever()
