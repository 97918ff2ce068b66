"""The construct that is asked for stands there and is never reached; what runs is a loop."""
import asyncio

async def fetch_all(fetch, ids):
    if False:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(fetch(number)) for number in ids]
        return [task.result() for task in tasks]
    payloads = []
    for number in ids:
        payloads.append(await fetch(number))
    return payloads
    await asyncio.gather(*map(fetch, ids))
