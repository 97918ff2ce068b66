# The thread fails, and whoever started it goes on as if it had not.
# line: 13

import asyncio
import threading


def robot():
    raise OSError("battery empty")


async def main():
    threading.Thread(target=robot).start()
    await asyncio.sleep(1)
    print("all beds watered")


asyncio.run(main())
