# line: 6
import asyncio


async def task(name, gate):
    gate = asyncio.Event()
    print(name, "ready")
    await gate.wait()
    print(name, "go")


async def main():
    gate = asyncio.Event()
    runners = [asyncio.create_task(task(name, gate)) for name in "AB"]
    await asyncio.sleep(1)
    gate.set()
    await asyncio.gather(*runners)


if __name__ == "__main__":
    asyncio.run(main())
