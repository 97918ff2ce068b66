"""A wait that can only end by its time limit is a pause too."""

import asyncio


async def task(name, delay):
    print(f"{name} started")
    never = asyncio.get_running_loop().create_future()
    try:
        await asyncio.wait_for(never, timeout=delay)
    except asyncio.TimeoutError:
        pass
    print(f"{name} finished")


async def main():
    await task("Task A", 1)


if __name__ == "__main__":
    asyncio.run(main())
