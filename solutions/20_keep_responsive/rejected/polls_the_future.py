# fails: test_never_blocks
# diagnosis: busy-polling
# task asks the future of submit with sleep(0) whether it is done.
import asyncio
from concurrent.futures import ThreadPoolExecutor

from given import heartbeat, slow_hash

pool = ThreadPoolExecutor()


async def task(text: str) -> int:
    future = pool.submit(slow_hash, text)
    while not future.done():
        await asyncio.sleep(0)
    return future.result()


async def main() -> None:
    beating = asyncio.create_task(heartbeat())
    spam, eggs = await asyncio.gather(task("spam"), task("eggs"))
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)
    print(f"spam {spam}")
    print(f"eggs {eggs}")


if __name__ == "__main__":
    asyncio.run(main())
