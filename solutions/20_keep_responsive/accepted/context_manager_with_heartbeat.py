"""An asynchronous context manager keeps the heart beating for the time of its block."""

import asyncio
from contextlib import asynccontextmanager

from given import heartbeat, slow_hash


@asynccontextmanager
async def beating():
    heart = asyncio.create_task(heartbeat())
    try:
        yield
    finally:
        heart.cancel()
        await asyncio.wait({heart})


def task(text):
    return asyncio.to_thread(slow_hash, text)


async def main():
    async with beating():
        spam, eggs = await asyncio.gather(task("spam"), task("eggs"))
    print("spam", spam)
    print("eggs", eggs)


if __name__ == "__main__":
    asyncio.run(main())
