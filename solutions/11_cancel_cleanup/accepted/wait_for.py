"""wait_for cancels the task when its time is up, and waits until it has ended."""

import asyncio


async def task(name):
    print(name, "opened")
    try:
        while True:
            await asyncio.sleep(1)
            print(name, "tick")
    finally:
        print(name, "closed")


async def main():
    try:
        await asyncio.wait_for(task("worker"), timeout=2.5)
    except asyncio.TimeoutError:
        print("main done")


if __name__ == "__main__":
    asyncio.run(main())
