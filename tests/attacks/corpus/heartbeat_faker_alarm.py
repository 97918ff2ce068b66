"""The same from the handler of a timer, while the loop computes."""
import asyncio
import resource
import signal

def _used():
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime

async def fetch_all(fetch, ids):
    loop = asyncio.get_running_loop()
    signal.signal(signal.SIGALRM, lambda *_: loop.call_soon(int))
    signal.setitimer(signal.ITIMER_REAL, 0.005, 0.005)
    tasks = [asyncio.ensure_future(fetch(number)) for number in ids]
    await asyncio.sleep(0)
    began = _used()
    while _used() < began + 0.3:
        pass
    signal.setitimer(signal.ITIMER_REAL, 0)
    return await asyncio.gather(*tasks)
