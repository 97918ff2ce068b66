# fails: test_main_runs_all_at_the_same_time
# diagnosis: sleep-instead-of-await
# main sleeps for as long as the works take here and then takes their results.
import asyncio

from given import heartbeat, slow_hash


async def task(text: str) -> int:
    return await asyncio.to_thread(slow_hash, text)


async def main() -> None:
    beating = asyncio.create_task(heartbeat())
    spam = asyncio.create_task(task("spam"))
    eggs = asyncio.create_task(task("eggs"))
    await asyncio.sleep(2.1)
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)
    print(f"spam {spam.result()}")
    print(f"eggs {eggs.result()}")


if __name__ == "__main__":
    asyncio.run(main())
