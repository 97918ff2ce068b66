import asyncio


async def mend(name, bell):
    n = 0
    while True:
        n += 1
        await asyncio.sleep(2)
        print(name, "mended shoe", n)
        if bell.is_set():
            print(name, "goes home")
            return


async def main():
    bell = asyncio.Event()
    cobblers = [asyncio.create_task(mend(name, bell)) for name in ("Hans", "Greta")]
    await asyncio.sleep(5)
    bell.set()
    await asyncio.gather(*cobblers, return_exceptions=True)
    print("closed")


if __name__ == "__main__":
    asyncio.run(main())
