# fails: test_loop_goes_on_meanwhile
# diagnosis: over-serialised
# The pool has one thread, so the second work waits for the first.
import asyncio
from concurrent.futures import ThreadPoolExecutor

from given import heartbeat, slow_hash

pool = ThreadPoolExecutor(max_workers=1)


async def task(text: str) -> int:
    return await asyncio.get_running_loop().run_in_executor(pool, slow_hash, text)


async def main() -> None:
    beating = asyncio.create_task(heartbeat())
    spam, eggs = await asyncio.gather(task("spam"), task("eggs"))
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)
    print(f"spam {spam}")
    print(f"eggs {eggs}")


if __name__ == "__main__":
    asyncio.run(main())
