# fails: test_loop_goes_on_meanwhile
# diagnosis: over-serialised
# A lock lets one work at a time into a thread.
import asyncio

from given import heartbeat, slow_hash

lock = asyncio.Lock()


async def task(text: str) -> int:
    async with lock:
        return await asyncio.to_thread(slow_hash, text)


async def main() -> None:
    beating = asyncio.create_task(heartbeat())
    spam, eggs = await asyncio.gather(task("spam"), task("eggs"))
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)
    print(f"spam {spam}")
    print(f"eggs {eggs}")


if __name__ == "__main__":
    asyncio.run(main())
