"""Never lets the loop come to rest: a callback that calls itself."""
import asyncio

async def fetch_all(fetch, ids):
    loop = asyncio.get_running_loop()

    def again():
        loop.call_soon(again)
        loop.call_soon(again)

    again()
    await asyncio.sleep(0.1)
    return [0 for number in ids]
