import asyncio


async def fold(bell):
    sheets = 0
    while not bell.is_set():
        await asyncio.sleep(1)
        sheets += 1
        print("sheet", sheets)
    print("folded", sheets)


async def main():
    bell = asyncio.Event()
    folder = asyncio.create_task(fold(bell))
    await asyncio.sleep(2.5)
    bell.set()
    await folder
    await asyncio.sleep(0.5)
    print("swept")


if __name__ == "__main__":
    asyncio.run(main())
