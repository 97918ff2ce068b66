# The second call begins when the first has been given up: it is asked again.

import asyncio


async def slow():
    await asyncio.sleep(10)


async def main():
    try:
        async with asyncio.timeout(1):
            await slow()
    except TimeoutError:
        print("gave up")
    try:
        await asyncio.wait_for(slow(), 0.5)
    except asyncio.TimeoutError:
        print("gave up again")


asyncio.run(main())
