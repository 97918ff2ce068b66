# The gate is open before the runners have begun, who are to wait at it.
# line: 16

import asyncio


async def run(name, gate):
    print(name, "is ready")
    await gate.wait()
    print(name, "runs")


async def main():
    gate = asyncio.Event()
    runners = [asyncio.create_task(run(name, gate)) for name in ("Ada", "Bob")]
    gate.set()
    await asyncio.gather(*runners)
