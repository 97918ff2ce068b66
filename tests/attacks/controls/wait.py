import asyncio


async def fetch_all(fetch, ids):
    tasks = [asyncio.create_task(fetch(number)) for number in ids]
    if tasks:
        await asyncio.wait(tasks)
    return [task.result() for task in tasks]
