import asyncio


async def deliver(queue):
    for parcel in ("book", "lamp", "rug"):
        await asyncio.sleep(1)
        queue.put_nowait(parcel)


async def pack(queue):
    while True:
        parcel = await queue.get()
        print("packed", parcel)
        queue.task_done()


async def main():
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()
    queue.put_nowait("vase")
    packer = loop.create_task(pack(queue))
    await deliver(queue)
    await asyncio.sleep(0)
    packer.cancel()
    await asyncio.wait([packer])


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
