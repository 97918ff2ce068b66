# A thread is given a coroutine function: what comes back is a coroutine.
# line: 12
import asyncio


async def measure(river):
    await asyncio.sleep(1)
    return len(river) * 10


async def report(river):
    depth = await asyncio.to_thread(measure, river)
    print(f"{river}: {depth} cm")


async def main():
    await asyncio.gather(report("Elbe"), report("Main"))


if __name__ == "__main__":
    asyncio.run(main())
