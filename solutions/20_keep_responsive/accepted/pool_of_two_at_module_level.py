"""A thread pool of the module with two threads, and a partial."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from given import heartbeat, slow_hash

POOL = ThreadPoolExecutor(max_workers=2)


async def task(text: str) -> int:
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(POOL, partial(slow_hash, text))


async def main() -> None:
    beating = asyncio.create_task(heartbeat())
    tasks = [asyncio.create_task(task("spam")), asyncio.create_task(task("eggs"))]
    await asyncio.wait(tasks)
    beating.cancel()
    await asyncio.wait([beating])
    print("spam", tasks[0].result())
    print("eggs", tasks[1].result())


if __name__ == "__main__":
    asyncio.run(main())
