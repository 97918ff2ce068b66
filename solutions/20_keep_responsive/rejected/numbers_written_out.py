# fails: test_main_runs_all_at_the_same_time
# diagnosis: hard-coded-output
# The two numbers are constants; wrong when slow_hash gives others.
import asyncio

from given import heartbeat, slow_hash


async def task(text: str) -> int:
    return await asyncio.to_thread(slow_hash, text)


async def main() -> None:
    beating = asyncio.create_task(heartbeat())
    await asyncio.gather(task("spam"), task("eggs"))
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)
    print("spam 1138425661")
    print("eggs 2207570030")


if __name__ == "__main__":
    asyncio.run(main())
