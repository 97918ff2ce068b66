# One task for each door, all of them in a loop of bare statements.
# line: 16

import asyncio
import gc


async def watch(door):
    knock = asyncio.get_running_loop().create_future()
    print("watching", door)
    await knock


async def main() -> None:
    for door in ("front", "back"):
        asyncio.create_task(watch(door))
    await asyncio.sleep(1)
    gc.collect()
    print("night")


if __name__ == "__main__":
    asyncio.run(main())
