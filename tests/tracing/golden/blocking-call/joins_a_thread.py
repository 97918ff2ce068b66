# A thread is joined in a coroutine: its spinner stands still.
# line: 27

import asyncio
import threading
import time

results = []


def crunch(n):
    time.sleep(2)
    results.append(n**2)


async def spinner():
    for c in "|/-\\":
        print(c)
        await asyncio.sleep(0.5)


async def main():
    spin = asyncio.create_task(spinner())
    await asyncio.sleep(0)
    th = threading.Thread(target=crunch, args=(12,))
    th.start()
    th.join()
    print("result", results)
    await spin


asyncio.run(main())
