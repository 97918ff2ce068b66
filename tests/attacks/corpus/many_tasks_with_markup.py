"""Two hundred tasks, each named so that it leaves whatever attribute it is put into."""
import asyncio

async def fetch_all(fetch, ids):
    async def wait(name):
        await asyncio.sleep(0.01)

    names = [f"\"'></svg><script>alert({n})</script>&#x3c;b onload=x>{{{{7*7}}}}{chr(0x202e)}{chr(27)}[2J" for n in range(200)]
    loop = asyncio.get_running_loop()
    await asyncio.gather(*(loop.create_task(wait(name), name=name) for name in names))
    raise ValueError(names[0])
