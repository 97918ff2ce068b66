# The list holds coroutines, as older Python allowed.
# line: 14

import asyncio


async def plant(tree):
    await asyncio.sleep(1)
    print(tree, "planted")


async def main():
    todo = [plant(tree) for tree in ("oak", "elm")]
    await asyncio.wait(todo)


if __name__ == "__main__":
    asyncio.get_event_loop().run_until_complete(main())
