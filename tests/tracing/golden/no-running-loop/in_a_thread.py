# A thread asks for the event loop that only the main thread had: it fails alone, and the program ends well.
# line: 14

import asyncio
import threading


async def water(bed):
    await asyncio.sleep(1)
    print("watered", bed)


def robot():
    loop = asyncio.get_event_loop()
    loop.run_until_complete(water("roses"))


helper = threading.Thread(target=robot)
helper.start()
helper.join()
