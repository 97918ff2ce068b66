import asyncio


async def fetch_all(fetch, ids):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(fetch(number)) for number in ids]
    return [task.result() for task in tasks]
