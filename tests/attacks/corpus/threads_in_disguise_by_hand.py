"""A state machine by hand in place of tasks: coroutines are driven with `send`, in turn."""
import asyncio

class _Wait:
    def __init__(self, future):
        self.future = future

    def __await__(self):
        self.future._asyncio_future_blocking = True
        yield self.future

async def fetch_all(fetch, ids):
    under_way, payloads = {number: fetch(number) for number in ids}, {}
    under_way = {number: coroutine.__await__() for number, coroutine in under_way.items()}
    waits = {}
    while under_way:
        for number, coroutine in list(under_way.items()):
            try:
                if number not in waits or waits[number].done():
                    waits[number] = coroutine.send(None)
                    waits[number]._asyncio_future_blocking = False
            except StopIteration as stopped:
                payloads[number] = stopped.value
                del under_way[number]
        if under_way:
            await asyncio.sleep(0.001)
    return [payloads[number] for number in ids]
