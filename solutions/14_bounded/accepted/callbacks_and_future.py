"""Callbacks: whenever a task ends its callback starts the next; a future tells main the end."""

import asyncio

import given


async def task(number, limit):
    async with limit:
        return await given.download(number)


async def main():
    loop = asyncio.get_running_loop()
    limit = asyncio.Semaphore(3)
    everything = loop.create_future()
    waiting = list(range(10))
    running = {}
    results = {}

    def start_next():
        if waiting and not everything.done():
            number = waiting.pop(0)
            running[number] = loop.create_task(task(number, limit))
            running[number].add_done_callback(lambda t: ended(number, t))

    def ended(number, finished):
        del running[number]
        if everything.done():
            return
        if finished.cancelled():
            everything.cancel()
            return
        if finished.exception() is not None:
            everything.set_exception(finished.exception())
            return
        results[number] = finished.result()
        start_next()
        if not running:
            everything.set_result(None)

    for _ in range(3):
        start_next()
    try:
        await everything
    finally:
        rest = list(running.values())
        for t in rest:
            t.cancel()
        await asyncio.gather(*rest, return_exceptions=True)
    print([results[number] for number in range(10)])


if __name__ == "__main__":
    asyncio.run(main())
