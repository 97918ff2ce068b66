import asyncio


async def plant(tree):
    await asyncio.sleep(1)
    print(tree, "planted")


async def main():
    todo = [asyncio.create_task(plant(tree)) for tree in ("oak", "elm")]
    await asyncio.wait(todo)


if __name__ == "__main__":
    asyncio.run(main())
