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
    watchers = []
    for door in ("front", "back"):
        watchers.append(asyncio.create_task(Door(door).watch()))
    await asyncio.sleep(1)
    gc.collect()
    print("night")
    for watcher in watchers:
        watcher.cancel()
    await asyncio.wait(watchers)


if __name__ == "__main__":
    asyncio.run(main())
