"""The same below `threading`, each waiting on a lock that nobody releases; they compute a little, too."""
import _thread

_lock = _thread.allocate_lock()
_lock.acquire()

def _wait():
    _lock.acquire()

async def fetch_all(fetch, ids):
    try:
        for _ in range(3000):
            _thread.start_new_thread(_wait, ())
    except RuntimeError:
        pass
    while True:
        pass
