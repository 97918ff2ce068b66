import asyncio


async def runner(name, gate):
    print(name, "ready")
    await gate.wait()
    print(name, "runs")


async def main():
    gate = asyncio.Event()
    running = [asyncio.create_task(runner(name, gate)) for name in "ab"]
    await asyncio.sleep(1)
    gate.set()
    await asyncio.gather(*running)


asyncio.run(main())
