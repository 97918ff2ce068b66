import asyncio


async def wash(dishes, clean):
    while (dish := await dishes.get()) is not None:
        await asyncio.sleep(1)
        print(f"{dish} washed")
        await clean.put(dish)
    await clean.put(None)


async def dry(clean):
    while (dish := await clean.get()) is not None:
        await asyncio.sleep(3)
        print(f"{dish} dry")


async def main():
    dishes = asyncio.Queue()
    clean = asyncio.Queue(1)
    for dish in ("plate", "cup", "bowl", "pan", None):
        dishes.put_nowait(dish)
    await asyncio.gather(wash(dishes, clean), dry(clean))

if __name__ == "__main__":
    asyncio.run(main())
