import asyncio
import gc


async def watch(door):
    knock = asyncio.get_running_loop().create_future()
    print("watching", door)
    await knock


async def main() -> None:
    watchers = []
    for door in ("front", "back"):
        watchers.append(asyncio.create_task(watch(door)))
    await asyncio.sleep(1)
    gc.collect()
    print("night")
    for watcher in watchers:
        watcher.cancel()
    await asyncio.wait(watchers)


if __name__ == "__main__":
    asyncio.run(main())
