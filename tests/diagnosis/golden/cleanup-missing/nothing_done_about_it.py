# line: 8
import asyncio


async def pump(name):
    print(name, "is on")
    while True:
        await asyncio.sleep(1)


async def main():
    running = asyncio.create_task(pump("north"))
    await asyncio.sleep(2.5)
    running.cancel()
    await asyncio.wait([running])
    print("all dry")


asyncio.run(main())
