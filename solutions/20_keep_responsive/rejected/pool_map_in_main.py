# fails: test_never_blocks
# diagnosis: blocking-call
# The results of pool.map are waited for on the loop's thread: both in two seconds, and no beat.
import asyncio
from concurrent.futures import ThreadPoolExecutor

from given import heartbeat, slow_hash


async def task(text: str) -> int:
    return await asyncio.to_thread(slow_hash, text)


async def main() -> None:
    beating = asyncio.create_task(heartbeat())
    with ThreadPoolExecutor() as pool:
        spam, eggs = pool.map(lambda text: asyncio.run(task(text)), ["spam", "eggs"])
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)
    print(f"spam {spam}")
    print(f"eggs {eggs}")


if __name__ == "__main__":
    asyncio.run(main())
