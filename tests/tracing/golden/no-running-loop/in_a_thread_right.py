import asyncio
import threading


async def water(bed):
    await asyncio.sleep(1)
    print("watered", bed)


def robot():
    asyncio.run(water("roses"))


helper = threading.Thread(target=robot)
helper.start()
helper.join()
