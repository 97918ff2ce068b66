import asyncio

log = []


async def measure(name):
    value = 0
    try:
        while True:
            value += 1
            await asyncio.sleep(1)
        return value
    finally:
        log.append(name)


async def main():
    task = asyncio.create_task(measure("rain"))
    await asyncio.sleep(2.5)
    task.cancel()
    try:
        print("rain:", await task)
    except asyncio.CancelledError:
        print("no more rain")
    print(log)


if __name__ == "__main__":
    asyncio.run(main())
