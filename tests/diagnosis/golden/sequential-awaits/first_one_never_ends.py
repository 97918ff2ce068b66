# line: 13
import asyncio


async def runner(name, gate):
    print(name, "ready")
    await gate.wait()
    print(name, "runs")


async def main():
    gate = asyncio.Event()
    await runner("a", gate)
    await runner("b", gate)
    gate.set()


asyncio.run(main())
