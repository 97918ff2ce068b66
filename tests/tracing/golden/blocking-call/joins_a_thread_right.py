import asyncio
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
    await asyncio.to_thread(crunch, 12)
    print("result", results)
    await spin


asyncio.run(main())
