# The coroutine is to run in the background, and is only an object until it is awaited.
# line: 17

import asyncio
import time


async def compile_code():
    print("compile starts at", round(time.monotonic() - T0, 1))
    await asyncio.sleep(3)
    return "a.out"


async def main():
    global T0
    T0 = time.monotonic()
    c = compile_code()  # start in background
    await asyncio.sleep(2)  # do other stuff meanwhile
    print("other stuff done")
    print(await c, "after", round(time.monotonic() - T0, 1))


asyncio.run(main())
