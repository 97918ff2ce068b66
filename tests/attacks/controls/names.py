import asyncio


async def fetch_all(fetch, ids):
    größe = len(ids)
    aufgaben = [asyncio.create_task(fetch(número), name=f"задача {número} 任务") for número in ids]
    ответы = await asyncio.gather(*aufgaben)
    assert len(ответы) == größe
    return ответы
