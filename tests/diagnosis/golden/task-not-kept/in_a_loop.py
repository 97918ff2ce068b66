# One task for each door, all of them in a loop of bare statements.
# line: 20

import asyncio
import gc


class Door:
    def __init__(self, name):
        self.name = name

    async def watch(self):
        knock = asyncio.get_running_loop().create_future()
        print("watching", self.name)
        await knock


async def main() -> None:
    for door in ("front", "back"):
        asyncio.create_task(Door(door).watch())
    await asyncio.sleep(1)
    gc.collect()
    print("night")


if __name__ == "__main__":
    asyncio.run(main())
