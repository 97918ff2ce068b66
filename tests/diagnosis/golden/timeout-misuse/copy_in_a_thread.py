# The limit ends the wait, and the thread goes on: the program ends when it has.
# line: 10

import asyncio
import time


async def copy(tape):
    print("copying", tape)
    await asyncio.to_thread(time.sleep, 6)
    print("copied", tape)


async def main():
    try:
        await asyncio.wait_for(copy("holiday"), timeout=2)
    except asyncio.TimeoutError:
        print("too long, stopping")
    await asyncio.get_running_loop().shutdown_default_executor()
    print("the end")
