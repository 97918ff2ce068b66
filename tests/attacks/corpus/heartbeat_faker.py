"""A thread says that all is well while the event loop stands still."""
import asyncio
import ctypes
import signal
import threading
import time

async def fetch_all(fetch, ids):
    loop, over = asyncio.get_running_loop(), threading.Event()

    def beat():
        while not over.wait(0.005):
            loop.call_soon_threadsafe(int)

    heart = threading.Thread(target=beat, daemon=True)
    heart.start()
    tasks = [asyncio.ensure_future(fetch(number)) for number in ids]
    await asyncio.sleep(0)
    time.sleep(0.05)
    over.set()
    heart.join()
    return await asyncio.gather(*tasks)
