# fails: test_loop_goes_on_meanwhile
# diagnosis: blocking-call
# The with block of the pool ends before the future is awaited, and leaving it waits for the thread, blocking.
import asyncio
from concurrent.futures import ThreadPoolExecutor

from given import heartbeat, slow_hash


async def task(text: str) -> int:
    with ThreadPoolExecutor() as pool:
        future = asyncio.get_running_loop().run_in_executor(pool, slow_hash, text)
    return await future


async def main() -> None:
    beating = asyncio.create_task(heartbeat())
    spam, eggs = await asyncio.gather(task("spam"), task("eggs"))
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)
    print(f"spam {spam}")
    print(f"eggs {eggs}")


if __name__ == "__main__":
    asyncio.run(main())
