"""submit gives a future of concurrent.futures; wrap_future makes it awaitable."""

import asyncio
import concurrent.futures
from contextlib import suppress

from given import heartbeat, slow_hash

pool = concurrent.futures.ThreadPoolExecutor()


async def task(text: str) -> int:
    return await asyncio.wrap_future(pool.submit(slow_hash, text))


async def main() -> None:
    beating = asyncio.ensure_future(heartbeat())
    first = asyncio.ensure_future(task("spam"))
    second = asyncio.ensure_future(task("eggs"))
    spam = await first
    eggs = await second
    beating.cancel()
    with suppress(asyncio.CancelledError):
        await beating
    print(f"spam {spam}\neggs {eggs}")


if __name__ == "__main__":
    asyncio.run(main())
