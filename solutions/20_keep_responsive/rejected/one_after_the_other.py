# fails: test_main_runs_all_at_the_same_time
# diagnosis: sequential-awaits
# Both works are done in threads, the second one when the first has ended: four seconds.
import asyncio

from given import heartbeat, slow_hash


async def task(text: str) -> int:
    return await asyncio.to_thread(slow_hash, text)


async def main() -> None:
    beating = asyncio.create_task(heartbeat())
    spam = await task("spam")
    eggs = await task("eggs")
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)
    print(f"spam {spam}")
    print(f"eggs {eggs}")


if __name__ == "__main__":
    asyncio.run(main())
