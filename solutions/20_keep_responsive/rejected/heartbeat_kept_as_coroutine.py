# fails: test_main_runs_all_at_the_same_time
# diagnosis: coroutine-not-started
# The heartbeat is kept as a coroutine while the works run; it begins when it is made a task, too late.
import asyncio

from given import heartbeat, slow_hash


async def task(text: str) -> int:
    return await asyncio.to_thread(slow_hash, text)


async def main() -> None:
    beating = heartbeat()
    spam, eggs = await asyncio.gather(task("spam"), task("eggs"))
    beating = asyncio.create_task(beating)
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)
    print(f"spam {spam}")
    print(f"eggs {eggs}")


if __name__ == "__main__":
    asyncio.run(main())
