import asyncio


async def bake(stop):
    loaves = 0
    while True:
        if stop.is_set():
            break
        await asyncio.sleep(2)
        loaves += 1
        print(f"loaf {loaves} baked")
    print("oven off")


async def main():
    stop = asyncio.Event()
    oven = asyncio.create_task(bake(stop))
    await asyncio.sleep(2.5)
    stop.set()
    await oven

if __name__ == "__main__":
    asyncio.run(main())
