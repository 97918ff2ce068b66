"""Starts thousands of threads that never end."""
import threading
import _thread

def _wait():
    _thread.allocate_lock()
    threading.Event().wait()

async def fetch_all(fetch, ids):
    for number in range(3000):
        threading.Thread(target=_wait, daemon=number % 2).start()
    return [0 for number in ids]
