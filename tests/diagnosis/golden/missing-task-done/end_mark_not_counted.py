# The mark for the end is taken out of the queue like an item, and not marked.
# line: 10
import asyncio


async def wash(plates):
    while True:
        plate = await plates.get()
        if plate is None:
            break
        await asyncio.sleep(0.5)
        print("washed plate", plate)
        plates.task_done()


async def main():
    plates = asyncio.Queue()
    washers = [asyncio.ensure_future(wash(plates)) for _ in range(2)]
    for number in range(1, 5):
        plates.put_nowait(number)
    for washer in washers:
        plates.put_nowait(None)
    await plates.join()
    await asyncio.gather(*washers)
    print("kitchen is clean")


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
