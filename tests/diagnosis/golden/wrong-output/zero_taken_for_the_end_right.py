import asyncio


async def sensor(readings, queue):
    for reading in readings:
        await asyncio.sleep(1)
        await queue.put(reading)
    await queue.put(None)


async def log(queue):
    while True:
        degrees = await queue.get()
        if degrees is None:
            break
        print(f"{degrees} degrees")
    print("end of the log")


async def main():
    queue = asyncio.Queue()
    await asyncio.gather(sensor([3, 1, 0, -2], queue), log(queue))


asyncio.run(main())
