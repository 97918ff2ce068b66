"""asyncio.wait with a timeout as the clock, then cancel and wait once more."""

import asyncio


async def task(name):
    print(f"{name} opened")
    try:
        while 1:
            await asyncio.sleep(1)
            print(f"{name} tick")
    except asyncio.CancelledError as error:
        print(f"{name} closed")
        raise error


async def main():
    t = asyncio.ensure_future(task("worker"))
    done, pending = await asyncio.wait({t}, timeout=2.5)
    for p in pending:
        p.cancel()
    if pending:
        await asyncio.wait(pending)
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
