# line: 16
import asyncio
import threading

gate = None


async def runner(name):
    await gate.wait()
    print(name, "runs")


async def main():
    global gate
    gate = asyncio.Event()
    starter = threading.Timer(2.0, gate.set)
    starter.start()
    await asyncio.gather(runner("Ida"), runner("Ole"))


if __name__ == "__main__":
    asyncio.run(main())
