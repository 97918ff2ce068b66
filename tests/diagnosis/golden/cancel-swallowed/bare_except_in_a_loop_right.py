import asyncio

readings = [3, "x", 5]


async def monitor():
    n = 0
    while n < 6:
        try:
            await asyncio.sleep(1)
            print(readings[n % 3] + 1)
        except TypeError:
            print("bad reading")
        n += 1


async def main():
    task = asyncio.create_task(monitor())
    await asyncio.sleep(2.5)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        pass
    print("monitor stopped")


if __name__ == "__main__":
    asyncio.run(main())
