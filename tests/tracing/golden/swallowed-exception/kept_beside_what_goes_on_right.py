import asyncio


async def dig(depth):
    await asyncio.sleep(1)
    raise ValueError(f"a stone at {depth} cm")


async def sprinkle():
    while True:
        await asyncio.sleep(1)
        print("drip")


loop = asyncio.new_event_loop()
spade = loop.create_task(dig(30))
spade.add_done_callback(lambda task: print(task.exception()))
hose = loop.create_task(sprinkle())
loop.run_forever()
