# Whoever cancels waits for the end of a task that goes on for ever.
# line: 12

import asyncio


async def sprinkle():
    while True:
        try:
            await asyncio.sleep(2)
            print("drip")
        except BaseException:
            print("the hose is stuck")


async def main():
    hose = asyncio.create_task(sprinkle())
    await asyncio.sleep(5)
    hose.cancel()
    await hose
    print("closed")


asyncio.run(main())
