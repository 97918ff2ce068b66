# fails: test_loop_goes_on_meanwhile
# diagnosis: blocking-call
# submit hands the work to a thread, and result() then blocks the loop until it is done.
import asyncio
from concurrent.futures import ThreadPoolExecutor

from given import heartbeat, slow_hash

pool = ThreadPoolExecutor()


async def task(text: str) -> int:
    return pool.submit(slow_hash, text).result()


async def main() -> None:
    beating = asyncio.create_task(heartbeat())
    spam, eggs = await asyncio.gather(task("spam"), task("eggs"))
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)
    print(f"spam {spam}")
    print(f"eggs {eggs}")


if __name__ == "__main__":
    asyncio.run(main())
